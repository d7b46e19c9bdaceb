import { isCurrency } from "#lib/currencies";
import type { Locale } from "#lib/i18n/locale";
import { toTypedText } from "#lib/prices/exact-amount";
import type { Typed } from "./read-typed";

type Amounts = { currency: string | null; currencyOptions: Readonly<Record<string, number>> };

/** Amounts in other currencies as if somebody had typed them into `OtherAmounts`. */
export function typedAmounts({ currency, currencyOptions }: Amounts, locale: Locale): Typed {
  const amounts = Object.entries(currencyOptions).map(([code, amount]) => [
    `amount-${code}`,
    isCurrency(code) ? toTypedText(String(amount), code, locale) : "",
  ]);
  return {
    ...Object.fromEntries(amounts),
    currency: currency ?? "",
    extra: Object.keys(currencyOptions).sort().join(),
  };
}
