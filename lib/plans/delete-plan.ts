import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { deletePrice } from "#lib/prices/delete-price";
import type { PriceRow } from "#lib/prices/wire";
import { findPlan } from "./queries.ts";

/** Deletes a plan, and with it its price, for good: nobody can subscribe to it any more. */
export async function deletePlan(viewer: Viewer, id: string): Promise<PriceRow> {
  authorize(viewer, "products:write");
  return transaction(viewer, async (tx) => {
    await findPlan(tx, id);
    return deletePrice(viewer, id);
  });
}
