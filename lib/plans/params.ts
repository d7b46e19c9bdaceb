import { z } from "zod";
import { decimal } from "#lib/api/decimal-param";
import {
  amount,
  bool,
  createdRange,
  currency,
  int,
  listOf,
  listParams,
  metadata,
  objectId,
  oneOf,
  params,
  text,
} from "#lib/api/params";
import { mostAmount } from "#lib/money";
import { oneAmount, tierParams, toTiers } from "#lib/prices/amount-params";
import type { PricedProduct } from "#lib/prices/create-price";
import { transformQuantity } from "#lib/prices/params";
import type { NewPriceInput, PricePatch } from "#lib/prices/price-input";
import { productDataParams, toProductData } from "#lib/products/product-data";

export const createParams = params({
  active: bool().optional(),
  amount: amount().optional(),
  amount_decimal: decimal({ max: mostAmount }).optional(),
  billing_scheme: oneOf(["per_unit", "tiered"]).optional(),
  currency: currency(),
  id: objectId().optional(),
  interval: oneOf(["day", "month", "week", "year"]),
  interval_count: int({ min: 1, max: 1095 }).optional(),
  metadata: metadata().optional(),
  meter: objectId().optional(),
  nickname: text().optional(),
  product: z.union([objectId(), productDataParams()]),
  tiers: listOf(tierParams()).optional(),
  tiers_mode: oneOf(["graduated", "volume"]).optional(),
  transform_usage: transformQuantity().optional(),
  trial_period_days: int({ min: 0, max: 730 }).optional(),
  usage_type: oneOf(["licensed", "metered"]).optional(),
});

export const updateParams = params({
  active: bool().optional(),
  metadata: metadata().optional(),
  nickname: text().optional(),
  product: objectId().optional(),
  trial_period_days: int({ min: 0, max: 730 }).optional(),
});

export const planListParams = listParams({
  active: bool().optional(),
  created: createdRange().optional(),
  product: objectId().optional(),
});

/** A plan as the recurring price that it is. */
export function toPriceInput(given: z.output<typeof createParams>): NewPriceInput & PricedProduct {
  const { product } = given;
  return {
    ...(typeof product === "string" ? { productId: product } : { product: toProductData(product) }),
    id: given.id,
    active: given.active,
    billingScheme: given.billing_scheme,
    currency: given.currency,
    metadata: given.metadata,
    nickname: given.nickname,
    recurring: {
      interval: given.interval,
      intervalCount: given.interval_count,
      meterId: given.meter,
      trialPeriodDays: given.trial_period_days,
      usageType: given.usage_type,
    },
    tiers: given.tiers && toTiers(given.tiers),
    tiersMode: given.tiers_mode,
    transformQuantity: given.transform_usage,
    unitAmount: oneAmount(given.amount, given.amount_decimal, "amount"),
  };
}

/** A change of a plan as a change of its price. */
export function toPatch(given: z.output<typeof updateParams>): PricePatch {
  return {
    active: given.active,
    metadata: given.metadata,
    nickname: given.nickname,
    productId: given.product,
    trialPeriodDays: given.trial_period_days,
  };
}
