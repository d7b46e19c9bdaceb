import { cache } from "react";
import type { Viewer } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";
import { getPrice } from "#lib/prices/queries";
import type { PriceRow } from "#lib/prices/wire";
import type { ProductRow } from "#lib/products/wire";
import { found } from "../../../../../_server/found";
import { productOf } from "../../product-page";

export type PricePageProps = { params: Promise<{ environment: string; id: string; price: string }> };

/** Who looks at which price of which product, or nothing found. */
export async function priceOfPage({
  params,
}: PricePageProps): Promise<{ viewer: Viewer; product: ProductRow; price: PriceRow }> {
  const { viewer, product } = await productOf({ params });
  return { viewer, product, price: await read(viewer, product.id, (await params).price) };
}

const read = cache((viewer: Viewer, productId: string, id: string) => found(ownPrice(viewer, productId, id)));

async function ownPrice(viewer: Viewer, productId: string, id: string): Promise<PriceRow> {
  const price = await getPrice(viewer, id);
  if (price.productId !== productId) throw notFound("price", id);
  return price;
}
