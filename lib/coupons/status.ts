import type { coupons } from "#db/schema/index";

/** Whether a coupon can still be redeemed: not deleted, in time, and not as often as it may be. */
export function isRedeemable(row: typeof coupons.$inferSelect, now: number): boolean {
  if (row.deletedAt !== null) return false;
  if (row.redeemBy !== null && row.redeemBy <= now) return false;
  return row.maxRedemptions === null || row.timesRedeemed < row.maxRedemptions;
}
