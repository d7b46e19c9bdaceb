import { numberLocale, withMinus } from "#lib/i18n/format-number";
import type { Locale } from "#lib/i18n/locale";
import { memoize } from "#lib/i18n/memoize";
import { type Currency, exponent, type Money, toDecimalString } from "#lib/money";

/** "−1,240.00" and "USD", for columns where the code stands small beside the figure. */
export type MoneyParts = { figure: string; code: string };

/** Money in a sentence: "€64.50", "−$5.00", "¥500"; "64,50 €" in French. `amount` in minor units. */
export function formatMoney(amount: number, currency: Currency, locale: Locale): string {
  return withMinus(withSymbol(locale, currency).format(decimal({ amount, currency })));
}

/** Money in a column: the figure in the language's digits, the currency's code apart. */
export function moneyParts(money: Money, locale: Locale): MoneyParts {
  const figure = withMinus(figureOnly(locale, money.currency).format(decimal(money)));
  return { figure, code: money.currency.toUpperCase() };
}

const withSymbol = memoize((locale: Locale, currency: Currency) => {
  return new Intl.NumberFormat(numberLocale[locale], { style: "currency", currency, ...fixed(currency) });
});

const figureOnly = memoize((locale: Locale, currency: Currency) => {
  return new Intl.NumberFormat(numberLocale[locale], fixed(currency));
});

function fixed(currency: Currency) {
  return { minimumFractionDigits: exponent(currency), maximumFractionDigits: exponent(currency) };
}

/** Intl takes exact decimals as text, which keeps amounts clear of floating point. */
function decimal(money: Money): Intl.StringNumericLiteral {
  const text = toDecimalString(money);
  if (!isNumeric(text)) throw new RangeError(`Not a decimal: ${text}`);
  return text;
}

function isNumeric(text: string): text is `${number}` {
  return /^-?\d+(\.\d+)?$/.test(text);
}
