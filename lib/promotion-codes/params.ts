import { z } from "zod";
import { byCurrency } from "#lib/api/by-currency";
import {
  amount,
  bool,
  createdRange,
  currency,
  hash,
  int,
  listParams,
  metadata,
  objectId,
  oneOf,
  params,
  text,
  time,
} from "#lib/api/params";
import { mostRedemptions } from "#lib/coupons/params";
import { invalid } from "#lib/errors";
import type { NewPromotionCodeInput } from "./create-promotion-code.ts";

const currencyOptions = () => z.record(z.string(), hash({ minimum_amount: amount(1) }));

const code = () =>
  text(500).refine((value) => /^[A-Za-z0-9-]+$/.test(value), {
    error: "A promotion code has letters without accents, digits and dashes only.",
    params: { code: "invalid_characters" },
  });

export const createParams = params({
  active: bool().optional(),
  code: code().optional(),
  /** How the coupon was named before `promotion`; the official command line still does. */
  coupon: objectId().optional(),
  customer: objectId().optional(),
  customer_account: objectId().optional(),
  expires_at: time().optional(),
  max_redemptions: int({ min: 1, max: mostRedemptions }).optional(),
  metadata: metadata().optional(),
  promotion: hash({ coupon: objectId(), type: oneOf(["coupon"]) }).optional(),
  restrictions: hash({
    currency_options: currencyOptions().optional(),
    first_time_transaction: bool().optional(),
    minimum_amount: amount(1).optional(),
    minimum_amount_currency: currency().optional(),
  }).optional(),
});

export const updateParams = params({
  active: bool().optional(),
  metadata: metadata().optional(),
  restrictions: hash({ currency_options: currencyOptions().optional() }).optional(),
});

export const promotionCodeListParams = listParams({
  active: bool().optional(),
  code: text(500).optional(),
  coupon: objectId().optional(),
  created: createdRange().optional(),
  customer: objectId().optional(),
  customer_account: objectId().optional(),
});

/** A new code as the core takes it. */
export function toInput(given: z.output<typeof createParams>): NewPromotionCodeInput {
  const { restrictions } = given;
  return {
    active: given.active,
    code: given.code,
    couponId: couponOf(given),
    currencyOptions: toMinimums(restrictions?.currency_options),
    customerAccountId: given.customer_account,
    customerId: given.customer,
    expiresAt: given.expires_at,
    firstTimeTransaction: restrictions?.first_time_transaction,
    maxRedemptions: given.max_redemptions,
    metadata: given.metadata,
    minimumAmount: restrictions?.minimum_amount,
    minimumAmountCurrency: restrictions?.minimum_amount_currency,
  };
}

function couponOf({ coupon, promotion }: z.output<typeof createParams>): string {
  if (coupon !== undefined && promotion) {
    throw invalid("You may only specify one of these parameters: coupon, promotion.", { param: "coupon" });
  }
  const id = coupon ?? promotion?.coupon;
  if (id !== undefined) return id;
  throw invalid("Missing required param: promotion.", { code: "parameter_missing", param: "promotion" });
}

/** Minimums by lower-case currency. */
export function toMinimums(given: z.output<ReturnType<typeof currencyOptions>> = {}): Record<string, number> {
  return byCurrency(
    given,
    (name) => `restrictions[currency_options][${name}]`,
    ({ minimum_amount }) => minimum_amount,
  );
}
