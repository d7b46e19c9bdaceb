import { formatMoney, moneyParts } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locale";
import type { Currency } from "#lib/money";

type MoneyProps = {
  /** In minor units. */
  amount: number;
  currency: Currency;
  locale: Locale;
  /** "column": 64.50 with a small EUR after it. "sentence": €64.50. */
  as?: "column" | "sentence";
  /** "movement" also marks money coming in with a plus. */
  sign?: "minus-only" | "movement";
};

/** An amount of money, in the reader's figures. */
export function Money({ amount, currency, locale, as = "column", sign = "minus-only" }: MoneyProps) {
  const plus = sign === "movement" && amount > 0 ? "+" : "";
  if (as === "sentence")
    return <span className="ui-money">{plus + formatMoney(amount, currency, locale)}</span>;
  const { figure, code } = moneyParts({ amount, currency }, locale);
  return (
    <span className="ui-money">
      {plus + figure} <small>{code}</small>
    </span>
  );
}
