import { and, eq } from "drizzle-orm";
import { remove } from "#db/rows";
import { prices, productFeatures, products } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { record } from "#lib/events/record";
import { findProduct } from "./queries.ts";
import { type ProductRow, toProduct } from "./wire.ts";

/** Deletes a product for good; one that has prices can only be archived. */
export async function deleteProduct(viewer: Viewer, id: string): Promise<ProductRow> {
  authorize(viewer, "products:write");
  return transaction(viewer, async (tx) => {
    const row = await findProduct(tx, id);
    if (await hasPrices(tx, id)) {
      throw invalid("This product cannot be deleted because it has one or more user-created prices.", {
        param: "id",
      });
    }
    await tx.db
      .delete(productFeatures)
      .where(and(eq(productFeatures.environmentId, tx.environmentId), eq(productFeatures.productId, id)));
    await remove(tx, products, id);
    await record(tx, "product.deleted", toProduct(row, viewer.environment));
    return row;
  });
}

async function hasPrices(tx: Tx, productId: string): Promise<boolean> {
  const found = await tx.db
    .select({ id: prices.id })
    .from(prices)
    .where(and(eq(prices.environmentId, tx.environmentId), eq(prices.productId, productId)))
    .limit(1);
  return found.length > 0;
}
