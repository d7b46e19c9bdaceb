import { change } from "#db/rows";
import { coupons } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { record } from "#lib/events/record";
import { findCoupon } from "./queries.ts";
import { type CouponRow, toCoupon } from "./wire.ts";

/** Deletes a coupon: nobody can redeem it any more; what was already granted stays. */
export async function deleteCoupon(viewer: Viewer, id: string): Promise<CouponRow> {
  authorize(viewer, "products:write");
  return transaction(viewer, async (tx) => {
    const row = await findCoupon(tx, id);
    const deleted = await change(tx, coupons, row, { deletedAt: tx.now });
    await record(tx, "coupon.deleted", toCoupon(deleted, viewer.environment, tx.now));
    return deleted;
  });
}
