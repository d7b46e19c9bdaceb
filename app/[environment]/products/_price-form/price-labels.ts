import type { Locale } from "#lib/i18n/locale";
import { extraCurrencies } from "../_parts/extra-currencies";
import type { Typed } from "../_parts/read-typed";
import { priceFormWords } from "./words";

const tierFields = 50;

/** What the fields of a price are called, for the errors above its form. */
export function priceLabels(locale: Locale, initial: Typed): Record<string, string> {
  const words = priceFormWords(locale);
  const tiers = Array.from({ length: tierFields }, (_, index) => {
    const tier = words.tier.replace("{number}", String(index + 1));
    return [
      [`tier-${index}-upTo`, `${tier}, ${words.upTo}`],
      [`tier-${index}-unit`, `${tier}, ${words.tierUnit}`],
      [`tier-${index}-flat`, `${tier}, ${words.tierFlat}`],
    ] as const;
  });
  const others = extraCurrencies(initial).map(
    (currency) => [`unit-${currency}`, currency.toUpperCase()] as const,
  );
  return {
    ...Object.fromEntries([...tiers.flat(), ...others]),
    ...{ currency: words.currency, unit: words.unit, packageSize: words.packageSize },
    ...{ minimum: words.minimum, maximum: words.maximum, preset: words.preset },
    ...{ intervalCount: words.intervalCount, nickname: words.nickname, lookupKey: words.lookupKey },
  };
}

/** How the form of a new price begins. */
export function emptyPrice(currency: string): Typed {
  return {
    model: "flat",
    currency,
    tiers: "2",
    timing: "one_time",
    interval: "month",
    intervalCount: "1",
    taxBehavior: "unspecified",
  };
}
