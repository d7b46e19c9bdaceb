import { remove } from "#db/rows";
import { prices } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { recordPrice } from "#lib/prices/record-price";
import { assertNotDefault } from "#lib/prices/update-price";
import type { PriceRow } from "#lib/prices/wire";
import { findPlan } from "./queries.ts";

/** Deletes a plan, and with it its price, for good: nobody can subscribe to it any more. */
export async function deletePlan(viewer: Viewer, id: string): Promise<PriceRow> {
  authorize(viewer, "products:write");
  return transaction(viewer, async (tx) => {
    const row = await findPlan(tx, id);
    await assertNotDefault(tx, row, "deleted");
    await remove(tx, prices, id);
    await recordPrice(tx, "deleted", row);
    return row;
  });
}
