import { remove } from "#db/rows";
import { prices } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { findPrice } from "./queries.ts";
import { recordPrice } from "./record-price.ts";
import { assertNotDefault } from "./update-price.ts";
import type { PriceRow } from "./wire.ts";

/** Deletes a price for good, unless it is its product's default price: then another one has to be that first. */
export async function deletePrice(viewer: Viewer, id: string): Promise<PriceRow> {
  authorize(viewer, "products:write");
  return transaction(viewer, async (tx) => {
    const row = await findPrice(tx, id);
    await assertNotDefault(tx, row, "deleted");
    await removePrice(tx, row);
    return row;
  });
}

/** Takes a price away, inside the transaction of a command that was authorized. */
export async function removePrice(tx: Tx, row: PriceRow): Promise<void> {
  await remove(tx, prices, row.id);
  await recordPrice(tx, "deleted", row);
}
