import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { newId } from "#lib/ids";
import { insertPrice } from "#lib/prices/insert-price";
import type { NewPriceInput } from "#lib/prices/price-input";
import { insertProduct } from "./insert-product.ts";
import type { NewProductInput } from "./product-input.ts";
import type { ProductRow } from "./wire.ts";

/** Adds a product, with a first price that becomes its default when there is one. */
export async function createProduct(
  viewer: Viewer,
  { defaultPrice, ...input }: NewProductInput & { defaultPrice?: NewPriceInput },
): Promise<ProductRow> {
  authorize(viewer, "products:write");
  return transaction(viewer, async (tx) => {
    if (!defaultPrice) return insertProduct(tx, input);
    const priceId = newId("price", tx.now);
    const product = await insertProduct(tx, input, priceId);
    await insertPrice(tx, product.id, { ...defaultPrice, id: priceId });
    return product;
  });
}
