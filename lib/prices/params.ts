import { z } from "zod";
import {
  bool,
  createdRange,
  currency,
  emptyable,
  hash,
  int,
  listOf,
  listParams,
  metadata,
  objectId,
  oneOf,
  params,
  text,
} from "#lib/api/params";
import { productDataParams } from "#lib/products/product-data";
import { amountsParams, toAmounts, toCurrencyOptions, unitAmountParams } from "./amount-params.ts";
import type { NewPriceInput, PricePatch, RecurringInput } from "./price-input.ts";

/** The most units that one package of a price may hold. */
export const largestPackage = 1_000_000_000;

/** The most days, weeks, months or years between two payments; how many of each is checked with the price. */
export const mostIntervals = 1095;

const intervals = oneOf(["day", "month", "week", "year"]);
const usageTypes = oneOf(["licensed", "metered"]);
const currencyOptions = () => z.record(z.string(), hash(amountsParams()));

const recurring = () =>
  hash({
    interval: intervals,
    interval_count: int({ min: 1, max: mostIntervals }).optional(),
    meter: objectId().optional(),
    trial_period_days: int({ min: 0, max: 730 }).optional(),
    usage_type: usageTypes.optional(),
  });

/** The first price of a product: `default_price_data`. */
export const defaultPriceParams = () =>
  hash({
    ...unitAmountParams(),
    currency: currency(),
    currency_options: currencyOptions().optional(),
    metadata: metadata().optional(),
    recurring: hash({
      interval: intervals,
      interval_count: int({ min: 1, max: mostIntervals }).optional(),
    }).optional(),
  });

export const transformQuantity = () =>
  hash({ divide_by: int({ min: 1, max: largestPackage }), round: oneOf(["down", "up"]) });

export const createParams = params({
  ...amountsParams(),
  active: bool().optional(),
  billing_scheme: oneOf(["per_unit", "tiered"]).optional(),
  currency: currency(),
  currency_options: currencyOptions().optional(),
  lookup_key: text(200).optional(),
  metadata: metadata().optional(),
  nickname: text().optional(),
  product: objectId().optional(),
  product_data: productDataParams().optional(),
  recurring: recurring().optional(),
  tiers_mode: oneOf(["graduated", "volume"]).optional(),
  transfer_lookup_key: bool().optional(),
  transform_quantity: transformQuantity().optional(),
});

export const updateParams = params({
  active: bool().optional(),
  currency_options: emptyable(currencyOptions()).optional(),
  lookup_key: text(200).optional(),
  metadata: metadata().optional(),
  nickname: text().optional(),
  tax_behavior: oneOf(["exclusive", "inclusive", "unspecified"]).optional(),
  transfer_lookup_key: bool().optional(),
});

export const priceListParams = listParams({
  active: bool().optional(),
  created: createdRange().optional(),
  currency: currency().optional(),
  lookup_keys: listOf(text(200), 10).optional(),
  product: objectId().optional(),
  recurring: hash({
    interval: intervals.optional(),
    meter: objectId().optional(),
    usage_type: usageTypes.optional(),
  }).optional(),
  type: oneOf(["one_time", "recurring"]).optional(),
});

type Given = Omit<z.output<typeof createParams>, "product" | "product_data">;

/** A new price as the core takes it. `param`: where it was described. */
export function toPriceInput(given: Given, param = ""): NewPriceInput {
  return {
    ...toAmounts(given, param),
    active: given.active,
    billingScheme: given.billing_scheme,
    currency: given.currency,
    currencyOptions: given.currency_options && toCurrencyOptions(given.currency_options, param),
    lookupKey: given.lookup_key,
    metadata: given.metadata,
    nickname: given.nickname,
    recurring: given.recurring && toRecurring(given.recurring),
    tiersMode: given.tiers_mode,
    transferLookupKey: given.transfer_lookup_key,
    transformQuantity: given.transform_quantity,
    param,
  };
}

/** A change as the core takes it. */
export function toPatch(given: z.output<typeof updateParams>): PricePatch {
  return {
    active: given.active,
    currencyOptions: given.currency_options && toCurrencyOptions(given.currency_options),
    lookupKey: given.lookup_key,
    metadata: given.metadata,
    nickname: given.nickname,
    taxBehavior: given.tax_behavior,
    transferLookupKey: given.transfer_lookup_key,
  };
}

function toRecurring(given: z.output<ReturnType<typeof recurring>>): RecurringInput {
  return {
    interval: given.interval,
    intervalCount: given.interval_count,
    meterId: given.meter,
    trialPeriodDays: given.trial_period_days,
    usageType: given.usage_type,
  };
}
