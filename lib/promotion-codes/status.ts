import type { coupons, promotionCodes } from "#db/schema/index";
import { isRedeemable } from "#lib/coupons/status";

/** Whether a code could be redeemed if it is switched on: it and its coupon are in time and not used up. */
export function isUsable(
  row: typeof promotionCodes.$inferSelect,
  coupon: typeof coupons.$inferSelect,
  now: number,
): boolean {
  if (row.expiresAt !== null && row.expiresAt <= now) return false;
  if (row.maxRedemptions !== null && row.timesRedeemed >= row.maxRedemptions) return false;
  return isRedeemable(coupon, now);
}
