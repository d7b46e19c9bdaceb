import type Stripe from "stripe";
import type { coupons, promotionCodes } from "#db/schema/index";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import { seconds, secondsOrNull } from "#lib/clock";
import { isUsable } from "./status.ts";

type PromotionCodeRow = typeof promotionCodes.$inferSelect;

/** A code with the coupon it stands for, on which it depends. */
export interface PromotionCode {
  row: PromotionCodeRow;
  coupon: typeof coupons.$inferSelect;
}

/** The API's promotion code at a moment, without `restrictions.currency_options`, which is there when asked for. */
export function toPromotionCode(
  { row, coupon }: PromotionCode,
  environment: ViewedEnvironment,
  now: number,
): Stripe.PromotionCode {
  return {
    id: row.id,
    object: "promotion_code",
    active: row.active && isUsable(row, coupon, now),
    code: row.code,
    created: seconds(row.createdAt),
    customer: row.customerId,
    customer_account: null,
    expires_at: secondsOrNull(row.expiresAt),
    livemode: environment.kind === "live",
    max_redemptions: row.maxRedemptions,
    metadata: row.metadata,
    promotion: { coupon: row.couponId, type: "coupon" },
    restrictions: {
      first_time_transaction: row.firstTimeTransaction,
      minimum_amount: row.minimumAmount,
      minimum_amount_currency: row.minimumAmountCurrency,
    },
    times_redeemed: row.timesRedeemed,
  };
}

/** The least that must be bought in each currency, the code's own among them. */
export function toMinimums({
  row,
}: PromotionCode): Record<string, Stripe.PromotionCode.Restrictions.CurrencyOptions> {
  if (row.minimumAmount === null || row.minimumAmountCurrency === null) return {};
  const all = { [row.minimumAmountCurrency]: row.minimumAmount, ...row.currencyOptions };
  return Object.fromEntries(
    Object.entries(all).map(([currency, amount]) => [currency, { minimum_amount: amount }]),
  );
}
