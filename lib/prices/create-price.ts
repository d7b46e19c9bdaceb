import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { insertProduct } from "#lib/products/insert-product";
import type { NewProductInput } from "#lib/products/product-input";
import { findProduct } from "#lib/products/queries";
import { insertPrice } from "./insert-price.ts";
import type { NewPriceInput } from "./price-input.ts";
import type { PriceRow } from "./wire.ts";

/** The product a price is for: one that exists, or one to be made with it. */
export interface PricedProduct {
  productId?: string;
  product?: NewProductInput;
}

/** Adds a price to a product, which may come to be with it. */
export async function createPrice(
  viewer: Viewer,
  { productId, product, ...input }: NewPriceInput & PricedProduct,
): Promise<PriceRow> {
  authorize(viewer, "products:write");
  return transaction(viewer, async (tx) =>
    insertPrice(tx, await idOfProduct(tx, { productId, product }), input),
  );
}

async function idOfProduct(tx: Tx, { productId, product }: PricedProduct): Promise<string> {
  if (productId !== undefined && product) {
    throw invalid("You may only specify one of these parameters: product, product_data.", {
      param: "product",
    });
  }
  if (productId !== undefined) return (await findProduct(tx, productId, "product")).id;
  if (product) return (await insertProduct(tx, product)).id;
  throw invalid("You must specify either `product` or `product_data` when creating a price.", {
    code: "parameter_missing",
    param: "product",
  });
}
