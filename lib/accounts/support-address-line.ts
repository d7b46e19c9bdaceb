import type { Locale } from "#lib/i18n/locale";
import { regionName } from "#lib/i18n/regions";
import { type Contact, supportAddressOf } from "./wire-contact.ts";

/** Where customers write to, on one line in a language; null where nothing is told of it. */
export function supportAddressLine(contact: Contact, locale: Locale): string | null {
  const address = supportAddressOf(contact);
  if (address === null) return null;
  const { line1, line2, postal_code: code, city, state, country } = address;
  const place = [code, city].filter(Boolean).join(" ");
  return [line1, line2, place, state, country && regionName(country, locale)].filter(Boolean).join(", ");
}
