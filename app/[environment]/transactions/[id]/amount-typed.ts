import { invalid } from "#lib/errors";
import { currencyOf, parseDecimal } from "#lib/money";

/** An amount as a person typed it, in minor units. Throws what is wrong with it, beside the field it was typed in. */
export function amountTyped(text: string, currency: string, locale: "en" | "fr", param = "amount"): number {
  const read = parseDecimal(text, currencyOf(currency), locale);
  if (!read.ok) throw invalid("The amount cannot be read.", { code: codes[read.reason], param });
  if (read.amount === 0) throw invalid("The amount is zero.", { code: "amount_too_small", param });
  return read.amount;
}

const codes = {
  empty: "required",
  not_a_number: "amount_unreadable",
  negative: "amount_negative",
  too_many_decimals: "amount_decimals",
  too_large: "amount_too_large",
};
