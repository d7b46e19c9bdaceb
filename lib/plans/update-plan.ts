import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import type { PricePatch } from "#lib/prices/price-input";
import { updatePrice } from "#lib/prices/update-price";
import type { PriceRow } from "#lib/prices/wire";
import { findPlan } from "./queries.ts";

/** Changes a plan, that is its recurring price. */
export async function updatePlan(viewer: Viewer, id: string, patch: PricePatch): Promise<PriceRow> {
  authorize(viewer, "products:write");
  return transaction(viewer, async (tx) => {
    await findPlan(tx, id);
    return updatePrice(viewer, id, patch);
  });
}
