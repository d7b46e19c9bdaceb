import type { Locale } from "#lib/i18n/locale";

/**
 * As merchants write it: `149.99`, `149,99`, `€1,499.00`. A comma before three digits is between thousands, but in
 * French, where it never is: there it is before the mils of a dinar.
 */
export function amountOf(text: string, locale: Locale): number | null {
  const bare = withoutSign(text.replaceAll(/\s/g, ""));
  const isGrouped = /^\d{1,3}(?:,\d{3})+(?:\.\d{1,3})?$/.test(bare);
  if (isGrouped && !(locale === "fr" && /^\d+,\d+$/.test(bare))) return Number(bare.replaceAll(",", ""));
  if (/^\d{1,12}(?:[.,]\d{1,3})?$/.test(bare)) return Number(bare.replace(",", "."));
  return /^\d+\.\d+$/.test(bare) ? Number(bare) : null;
}

/** A plain word that can only be an amount is also looked for as one. */
export function moneyIn(text: string, locale: Locale): number | null {
  const bare = withoutSign(text);
  const canOnlyBe = bare !== text || /^(?:\d+|\d{1,3}(?:,\d{3})+(?=\.))[.,]\d{2}$/.test(bare);
  return canOnlyBe ? amountOf(bare, locale) : null;
}

/**
 * An amount as a page shows it is copied with spaces in it: between thousands, and before its sign. A sign with figures
 * after it is the next amount's.
 */
export function withAmountsTogether(text: string, locale: Locale): string {
  const typed = locale === "fr" ? text.replaceAll(typedInFrench, withoutSpaces) : text;
  return typed.replaceAll(/(?<=\d)[\u00a0\u202f](?=\d{3}(?!\d))|(?<=\d)\s(?=\p{Sc}(?!\d))/gu, "");
}

/** "1 234,56": with decimals, so that other numbers side by side stay words of their own. */
const typedInFrench = /(?<![\d.,])\d{1,3}(?: \d{3})+(?=,\d{2}(?!\d))/g;

function withoutSpaces(text: string): string {
  return text.replaceAll(" ", "");
}

/** Without `€`, `$`, `CA$`, `$US`. */
function withoutSign(text: string): string {
  return text.replace(/^\p{Lu}{0,3}\p{Sc}|\p{Sc}\p{Lu}{0,3}$/u, "");
}
