import { formatPercent } from "#lib/i18n/format";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { taxTypes } from "#lib/tax-rates/tax-types";
import type { TaxRateRow } from "#lib/tax-rates/wire";

/** What a tax rate is called with how much it is: "VAT 20%". */
export function rateInWords({ displayName, percentage }: TaxRateRow, locale: Locale): string {
  return `${displayName} ${formatPercent(Number(percentage) / 100, locale, 4)}`;
}

/** Where it is charged: "New York City, NY, United States". */
export function regionInWords({ country, state, jurisdiction }: TaxRateRow, locale: Locale): string | null {
  const known = [jurisdiction, state, country && countryName(country, locale)].flatMap((part) => part || []);
  return known.length > 0 ? known.join(", ") : null;
}

export function typeInWords(type: string | null, locale: Locale): string | null {
  const known = taxTypes.find((one) => one === type);
  return known ? translator(locale, "taxRates")(`typeOf.${known}`) : type;
}

function countryName(country: string, locale: Locale): string {
  try {
    return new Intl.DisplayNames(locale, { type: "region" }).of(country) ?? country;
  } catch {
    return country;
  }
}
