import type { Locale } from "#lib/i18n/locale";
import { memoize } from "#lib/i18n/memoize";

/** Which conventions each language's figures follow. */
export const numberLocale = { en: "en-US", fr: "fr-FR" } satisfies Record<Locale, string>;

const numbers = memoize(
  (locale: Locale, options: string) => new Intl.NumberFormat(numberLocale[locale], JSON.parse(options)),
);

/** 20314 → "20,314" in English, "20 314" in French. */
export function formatNumber(value: number, locale: Locale): string {
  return withMinus(numbers(locale, "{}").format(value));
}

/** 20314 → "20K" in English, "20 k" in French: for the marks of an axis. */
export function formatCompact(value: number, locale: Locale): string {
  return withMinus(numbers(locale, JSON.stringify({ notation: "compact" })).format(value));
}

/** A ratio as a percentage with at most `digits` decimals: 0.934 → "93.4%". */
export function formatPercent(ratio: number, locale: Locale, digits = 1): string {
  const options = JSON.stringify({ style: "percent", maximumFractionDigits: digits });
  return withMinus(numbers(locale, options).format(ratio));
}

/** An exchange rate, an exact decimal, to six significant digits: "0.862068965517" → "0.862069". */
export function formatRate(rate: string, locale: Locale): string {
  return numbers(locale, JSON.stringify({ maximumSignificantDigits: 6 })).format(Number(rate));
}

/** The minus sign that lines up with figures instead of the hyphen Intl writes. */
export function withMinus(text: string): string {
  return text.replace("-", "−");
}
