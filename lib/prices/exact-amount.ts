import { type Currency, exponent } from "#lib/currencies";
import { numberLocale, withMinus } from "#lib/i18n/format-number";
import type { Locale } from "#lib/i18n/locale";
import { memoize } from "#lib/i18n/memoize";
import { type ParsedAmount, parseDecimal, toDecimalString } from "#lib/money";

export type ExactAmount =
  { ok: true; amount: string } | { ok: false; reason: Exclude<ParsedAmount, { ok: true }>["reason"] };

/** How far below the smallest coin a price may go. */
const places = 12;

/**
 * Reads a price as a person typed it into minor units as exact decimal text; it may go below the smallest coin:
 * "0.0005" of a dollar is "0.05". Refuses what could be read two ways.
 */
export function readExactAmount(text: string, currency: Currency, locale: Locale): ExactAmount {
  const [, whole = "", fraction = ""] = decimalShapes[locale].exec(text.trim()) ?? [];
  const decimals = exponent(currency);
  const near = fraction.slice(0, decimals);
  const beyond = fraction.slice(decimals).replace(/0+$/, "");
  const read = parseDecimal(near === "" ? whole : `${whole}.${near}`, currency, locale);
  if (!read.ok) return read;
  if (beyond.length > places) return { ok: false, reason: "too_many_decimals" };
  return { ok: true, amount: beyond === "" ? String(read.amount) : `${read.amount}.${beyond}` };
}

/** What stands before and behind the decimal mark. */
const decimalShapes = {
  en: /^(.*?)(?:\.(\d*))?$/s,
  fr: /^(.*?)(?:[.,](\d*))?$/s,
} satisfies Record<Locale, RegExp>;

/** Minor units as exact decimal text, in major units: "0.05" of a dollar's cents is "0.0005". Plain digits. */
export function toMajorText(amount: string, currency: Currency): string {
  const [whole = "0", fraction = ""] = amount.split(".");
  const major = toDecimalString({ amount: Number(whole), currency });
  if (fraction === "") return major;
  return `${major}${major.includes(".") ? "" : "."}${fraction}`;
}

/** As it stands in a field of this language. */
export function toTypedText(amount: string, currency: Currency, locale: Locale): string {
  const text = toMajorText(amount, currency);
  return locale === "fr" ? text.replace(".", ",") : text;
}

/** Money in a sentence, with as many decimals as it has: "€12.50", "$0.0005". */
export function formatExact(amount: string, currency: Currency, locale: Locale): string {
  const text = toMajorText(amount, currency);
  if (!isNumeric(text)) throw new RangeError(`Not a decimal: ${text}`);
  return withMinus(money(locale, currency).format(text));
}

const money = memoize((locale: Locale, currency: Currency) => {
  const least = exponent(currency);
  return new Intl.NumberFormat(numberLocale[locale], {
    style: "currency",
    currency,
    minimumFractionDigits: least,
    maximumFractionDigits: least + places,
  });
});

function isNumeric(text: string): text is `${number}` {
  return /^-?\d+(\.\d+)?$/.test(text);
}
