import type { TaxBehavior } from "#db/schema/catalog";
import { invalid } from "#lib/errors";
import type { ShippingRateRow } from "./wire.ts";

/** What is said of other currencies, by lower-case code. */
export type ShippingOptions = Record<string, { amount?: number; taxBehavior?: TaxBehavior }>;

/** The options of a rate after a change: each currency with an amount, none of them the rate's own. */
export function changedOptions(
  {
    currency,
    currencyOptions,
    taxBehavior,
  }: Pick<ShippingRateRow, "currency" | "currencyOptions" | "taxBehavior">,
  given: ShippingOptions,
): ShippingRateRow["currencyOptions"] {
  const changed = { ...currencyOptions };
  for (const [name, option] of Object.entries(given)) {
    const param = `fixed_amount[currency_options][${name}]`;
    if (name === currency) {
      throw invalid("The rate's own currency is set by fixed_amount, not among currency_options.", { param });
    }
    const before = currencyOptions[name];
    const amount = option.amount ?? before?.amount;
    if (amount === undefined) {
      throw invalid(`Missing required param: ${param}[amount].`, {
        code: "parameter_missing",
        param: `${param}[amount]`,
      });
    }
    changed[name] = { amount, taxBehavior: option.taxBehavior ?? before?.taxBehavior ?? taxBehavior };
  }
  return changed;
}
