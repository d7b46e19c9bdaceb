import { and, eq } from "drizzle-orm";
import { remove } from "#db/rows";
import { prices, productFeatures, products } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { record } from "#lib/events/record";
import { removePrice } from "#lib/prices/delete-price";
import type { PriceRow } from "#lib/prices/wire";
import { findProduct } from "./queries.ts";
import { type ProductRow, toProduct } from "./wire.ts";

/** Deletes a product for good; one that has prices can only be archived. */
export async function deleteProduct(viewer: Viewer, id: string): Promise<ProductRow> {
  authorize(viewer, "products:write");
  return transaction(viewer, async (tx) => {
    const row = await findProduct(tx, id);
    if ((await pricesOf(tx, id)).length > 0) {
      throw invalid("This product cannot be deleted because it has one or more user-created prices.", {
        param: "id",
      });
    }
    return removeProduct(tx, row);
  });
}

/** Deletes a product for good and its prices with it: those who look after the catalogue are told how many first. */
export async function deleteProductAndPrices(viewer: Viewer, id: string): Promise<ProductRow> {
  authorize(viewer, "products:write");
  return transaction(viewer, async (tx) => {
    const row = await findProduct(tx, id);
    for (const price of await pricesOf(tx, id)) await removePrice(tx, price);
    return removeProduct(tx, row);
  });
}

async function removeProduct(tx: Tx, row: ProductRow): Promise<ProductRow> {
  await tx.db
    .delete(productFeatures)
    .where(and(eq(productFeatures.environmentId, tx.environmentId), eq(productFeatures.productId, row.id)));
  await remove(tx, products, row.id);
  await record(tx, "product.deleted", toProduct(row, tx.viewer.environment));
  return row;
}

async function pricesOf(tx: Tx, productId: string): Promise<PriceRow[]> {
  return tx.db
    .select()
    .from(prices)
    .where(and(eq(prices.environmentId, tx.environmentId), eq(prices.productId, productId)));
}
