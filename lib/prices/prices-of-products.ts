import { and, desc, eq, inArray } from "drizzle-orm";
import { prices } from "#db/schema/index";
import { reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import type { PriceRow } from "./wire.ts";

/** More than anybody reads on a page. */
const shown = 1000;

/** Where none may be missing, as in a file. */
export const everyPrice = Number.MAX_SAFE_INTEGER;

/** The prices of some products by product, newest first; of `most` in all at most, a thousand unless told otherwise. */
export async function pricesOfProducts(
  viewer: Viewer,
  productIds: readonly string[],
  most = shown,
): Promise<Map<string, PriceRow[]>> {
  authorize(viewer, "products:read");
  const byProduct = new Map<string, PriceRow[]>(productIds.map((id) => [id, []]));
  if (productIds.length === 0) return byProduct;
  const { db, environmentId } = await reader(viewer);
  const rows = await db
    .select()
    .from(prices)
    .where(and(eq(prices.environmentId, environmentId), inArray(prices.productId, [...productIds])))
    .orderBy(desc(prices.createdAt), desc(prices.id))
    .limit(most);
  for (const row of rows) byProduct.get(row.productId)?.push(row);
  return byProduct;
}
