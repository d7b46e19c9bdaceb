import { z } from "zod";
import { byCurrency } from "#lib/api/by-currency";
import { decimal } from "#lib/api/decimal-param";
import {
  amount,
  createdRange,
  currency,
  hash,
  int,
  listOf,
  listParams,
  metadata,
  objectId,
  oneOf,
  params,
  text,
  time,
} from "#lib/api/params";
import type { NewCouponInput } from "./create-coupon.ts";

/** How often at most a coupon or a code may be redeemed. */
export const mostRedemptions = 2_147_483_647;

/** How many percent a coupon takes off; that it is more than none is checked with the coupon. */
export const percentOff = () => decimal({ max: 100 });

const currencyOptions = () => z.record(z.string(), hash({ amount_off: amount(1) }));

export const createParams = params({
  amount_off: amount(1).optional(),
  applies_to: hash({ products: listOf(objectId()).optional() }).optional(),
  currency: currency().optional(),
  currency_options: currencyOptions().optional(),
  duration: oneOf(["forever", "once", "repeating"]).default("once"),
  duration_in_months: int({ min: 1, max: 1200 }).optional(),
  id: objectId().optional(),
  max_redemptions: int({ min: 1, max: mostRedemptions }).optional(),
  metadata: metadata().optional(),
  name: text(40).optional(),
  percent_off: percentOff().optional(),
  redeem_by: time().optional(),
});

export const updateParams = params({
  currency_options: currencyOptions().optional(),
  metadata: metadata().optional(),
  name: text(40).optional(),
});

export const couponListParams = listParams({ created: createdRange().optional() });

/** A new coupon as the core takes it. */
export function toInput(given: z.output<typeof createParams>): NewCouponInput {
  return {
    amountOff: given.amount_off,
    currency: given.currency,
    currencyOptions: toOptions(given.currency_options),
    duration: given.duration,
    durationInMonths: given.duration_in_months,
    id: given.id,
    maxRedemptions: given.max_redemptions,
    metadata: given.metadata,
    name: given.name,
    percentOff: given.percent_off,
    productIds: given.applies_to?.products,
    redeemBy: given.redeem_by,
  };
}

/** Amounts by lower-case currency. */
export function toOptions(given: z.output<ReturnType<typeof currencyOptions>> = {}): Record<string, number> {
  return byCurrency(
    given,
    (name) => `currency_options[${name}]`,
    ({ amount_off }) => amount_off,
  );
}
