import type { NewPriceInput } from "./price-input.ts";
import type { PriceRow } from "./wire.ts";

/** What makes a price just like this one, with its lookup key: for another environment. */
export function inputOf(row: PriceRow): NewPriceInput {
  const { interval } = row;
  const options = Object.entries(row.currencyOptions).map(([currency, option]) => [
    currency,
    {
      customUnitAmount: option.customUnitAmount ?? undefined,
      taxBehavior: option.taxBehavior,
      tiers: option.tiers ?? undefined,
      unitAmount: option.unitAmount ?? undefined,
    },
  ]);
  return {
    active: row.active,
    billingScheme: row.billingScheme,
    currency: row.currency,
    currencyOptions: Object.fromEntries(options),
    customUnitAmount: row.customUnitAmount ?? undefined,
    lookupKey: row.lookupKey ?? undefined,
    metadata: row.metadata,
    nickname: row.nickname ?? undefined,
    recurring:
      interval === null
        ? undefined
        : {
            interval,
            intervalCount: row.intervalCount ?? 1,
            trialPeriodDays: row.trialPeriodDays ?? undefined,
            usageType: row.usageType ?? undefined,
          },
    taxBehavior: row.taxBehavior,
    tiers: row.tiers ?? undefined,
    tiersMode: row.tiersMode ?? undefined,
    transformQuantity: row.transformQuantity ?? undefined,
    unitAmount: row.unitAmount ?? undefined,
  };
}
