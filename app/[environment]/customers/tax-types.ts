import { regionName } from "#lib/i18n/regions";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { taxIdTypes } from "#lib/tax-ids/formats";

/** Every type of tax number by the country that gives it: "France · SIREN". */
export function taxTypeOptions(locale: Locale): { value: string; label: string }[] {
  return taxIdTypes
    .map((type) => ({ value: type, label: taxTypeName(type, locale) }))
    .sort((a, b) => a.label.localeCompare(b.label, locale));
}

/** What a type of tax number is called, with where it comes from. */
export function taxTypeName(type: string, locale: Locale): string {
  const [prefix = "", ...rest] = type.split("_");
  const name = rest.join(" ").toUpperCase();
  if (prefix === "eu") return `${translator(locale, "customers")("taxIds.union")} · ${name}`;
  const code = prefix === "ic" ? "ES" : prefix.toUpperCase();
  return `${regionName(code, locale)} · ${name}`;
}
