import { and, eq } from "drizzle-orm";
import { change, find } from "#db/rows";
import { charges, coupons, promotionCodes } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { isRedeemable } from "#lib/coupons/status";
import type { CouponRow } from "#lib/coupons/wire";
import { invalid, notFound } from "#lib/errors";
import { isUsable } from "#lib/promotion-codes/status";
import type { PromotionCode } from "#lib/promotion-codes/wire";

/** Who redeems something. `currency`: what they owe in, null before they owed anything. */
export interface Redeemer {
  id: string;
  currency: string | null;
}

/** Counts one redemption of a coupon; throws when it cannot be redeemed any more, or not in the customer's currency. */
export async function redeemCoupon(tx: Tx, id: string, { currency }: Redeemer): Promise<CouponRow> {
  const coupon = await find(tx, coupons, id);
  if (!coupon || coupon.deletedAt !== null) throw notFound("coupon", id, "coupon");
  if (!isRedeemable(coupon, tx.now)) {
    throw invalid(`Coupon expired: ${id}`, { code: "coupon_expired", param: "coupon" });
  }
  const isForeign = coupon.currency !== null && currency !== null && coupon.currency !== currency;
  if (isForeign && !Object.hasOwn(coupon.currencyOptions, currency)) {
    throw invalid(
      `The coupon ${id} takes off an amount in ${coupon.currency}, but the customer is charged in ${currency}.`,
      { param: "coupon" },
    );
  }
  return change(tx, coupons, coupon, { timesRedeemed: coupon.timesRedeemed + 1 });
}

/** Counts one redemption of a promotion code and of its coupon. Throws for a customer who may not have it. */
export async function redeemCode(tx: Tx, id: string, redeemer: Redeemer): Promise<PromotionCode> {
  const row = await find(tx, promotionCodes, id);
  const coupon = row && (await find(tx, coupons, row.couponId));
  if (!row || !coupon) throw notFound("promotion code", id, "promotion_code");
  if (!row.active || !isUsable(row, coupon, tx.now)) {
    throw refused("This promotion code cannot be redeemed because it is inactive, expired or used up.");
  }
  if (row.customerId !== null && row.customerId !== redeemer.id) {
    throw refused("This promotion code cannot be redeemed by this customer: it was made for another one.");
  }
  if (row.firstTimeTransaction && (await hasPaid(tx, redeemer.id))) {
    throw refused(
      "This promotion code cannot be redeemed because the associated customer has prior transactions.",
    );
  }
  const redeemed = await redeemCoupon(tx, row.couponId, redeemer);
  return {
    row: await change(tx, promotionCodes, row, { timesRedeemed: row.timesRedeemed + 1 }),
    coupon: redeemed,
  };
}

async function hasPaid(tx: Tx, customerId: string): Promise<boolean> {
  const { environmentId, customerId: payer, status } = charges;
  const [paid] = await tx.db
    .select({ id: charges.id })
    .from(charges)
    .where(and(eq(environmentId, tx.environmentId), eq(payer, customerId), eq(status, "succeeded")))
    .limit(1);
  return paid !== undefined;
}

function refused(message: string) {
  return invalid(message, { code: "promotion_code_invalid", param: "promotion_code" });
}
