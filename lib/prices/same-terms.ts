import type { NewPriceInput } from "./price-input.ts";
import type { PriceRow } from "./wire.ts";

/** Whether a price costs just what a new one of this description would: amounts, currency, model and period. */
export function sameTerms(row: PriceRow, input: NewPriceInput): boolean {
  return JSON.stringify(termsOfRow(row)) === JSON.stringify(termsOfInput(input));
}

function termsOfRow(row: PriceRow) {
  const { currency, billingScheme, tiersMode, unitAmount, tiers, customUnitAmount } = row;
  return [
    ...[currency, billingScheme, tiersMode, row.transformQuantity?.divide_by ?? null],
    ...[row.transformQuantity?.round ?? null, row.interval, row.interval && (row.intervalCount ?? 1)],
    ...amountsOf({ unitAmount, tiers, customUnitAmount }),
  ];
}

function termsOfInput(input: NewPriceInput) {
  const { currency, billingScheme = "per_unit", tiersMode = null, recurring } = input;
  const { unitAmount = null, tiers = null, customUnitAmount = null } = input;
  return [
    ...[currency, billingScheme, tiersMode, input.transformQuantity?.divide_by ?? null],
    ...[input.transformQuantity?.round ?? null, recurring?.interval ?? null],
    ...[recurring ? (recurring.intervalCount ?? 1) : null],
    ...amountsOf({ unitAmount, tiers, customUnitAmount }),
  ];
}

type Amounts = Pick<PriceRow, "unitAmount" | "tiers" | "customUnitAmount">;

function amountsOf({ unitAmount, tiers, customUnitAmount: custom }: Amounts) {
  return [
    unitAmount,
    tiers?.map(({ upTo, unitAmount: unit, flatAmount }) => [upTo, unit, flatAmount]) ?? null,
    custom && [custom.minimum, custom.maximum, custom.preset],
  ];
}
