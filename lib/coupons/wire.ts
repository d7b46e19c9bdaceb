import type Stripe from "stripe";
import type { coupons } from "#db/schema/index";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import { seconds, secondsOrNull } from "#lib/clock";
import { isRedeemable } from "./status.ts";

export type CouponRow = typeof coupons.$inferSelect;

/** The API's coupon at a moment, without what is only there when asked for: `applies_to` and `currency_options`. */
export function toCoupon(row: CouponRow, environment: ViewedEnvironment, now: number): Stripe.Coupon {
  return {
    id: row.id,
    object: "coupon",
    amount_off: row.amountOff,
    created: seconds(row.createdAt),
    currency: row.currency,
    duration: row.duration,
    duration_in_months: row.durationInMonths,
    livemode: environment.kind === "live",
    max_redemptions: row.maxRedemptions,
    metadata: row.metadata,
    name: row.name,
    percent_off: row.percentOff === null ? null : Number(row.percentOff),
    redeem_by: secondsOrNull(row.redeemBy),
    times_redeemed: row.timesRedeemed,
    valid: isRedeemable(row, now),
  };
}

/** What is left of a deleted coupon. */
export function toDeletedCoupon(row: CouponRow): Stripe.DeletedCoupon {
  return { id: row.id, object: "coupon", deleted: true };
}

/** What the coupon takes off in each currency, its own among them. */
export function toCouponCurrencies(row: CouponRow): Record<string, Stripe.Coupon.CurrencyOptions> {
  if (row.currency === null || row.amountOff === null) return {};
  const all = { [row.currency]: row.amountOff, ...row.currencyOptions };
  return Object.fromEntries(
    Object.entries(all).map(([currency, amount]) => [currency, { amount_off: amount }]),
  );
}
