import { isCurrency } from "#lib/currencies";
import { coinsTyped, needed, type Reading, type Typed, wrong } from "./read-typed";

/** Which other currencies than its own a form has fields for. */
export function extraCurrencies(typed: Typed): string[] {
  const named = (typed.extra ?? "").split(",").filter(isCurrency);
  return [...new Set(named)].filter((currency) => currency !== typed.currency);
}

/**
 * The form after one of the buttons `add-currency` and `remove-currency-usd`, which only change what it asks; null
 * for any other button.
 */
export function withCurrencies(typed: Typed, button: string): Typed | null {
  const others = extraCurrencies(typed);
  if (button === "add-currency") {
    return { ...typed, addCurrency: "", extra: [...others, typed.addCurrency].filter(Boolean).join() };
  }
  const [, removed] = /^remove-currency-(\w+)$/.exec(button) ?? [];
  if (removed === undefined) return null;
  return { ...typed, extra: others.filter((currency) => currency !== removed).join() };
}

/** The amounts of `OtherAmounts` in minor units, by currency. */
export function otherAmountsTyped(typed: Typed, locale: Reading["locale"]): Record<string, number> {
  return Object.fromEntries(
    extraCurrencies(typed).map((currency) => {
      if (!isCurrency(currency)) throw wrong("addCurrency", "currency_unknown");
      const field = `amount-${currency}`;
      return [currency, needed(coinsTyped(typed, field, { currency, locale }), field)];
    }),
  );
}
