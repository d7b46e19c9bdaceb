import type { Locale } from "#lib/i18n/locale";
import { regionName } from "#lib/i18n/regions";

type Address = Record<"line1" | "line2" | "postal_code" | "city" | "state" | "country", string | null>;

type PostalAddressProps = { address: Address; name?: string; phone?: string | null; locale: Locale };

/** An address as it stands on an envelope, with who lives there and how to ring them where that is told. */
export function PostalAddress({ address, name, phone, locale }: PostalAddressProps) {
  return [name, ...linesOf(address, locale), phone].filter(Boolean).map((line, index) => (
    <span key={index}>
      {line}
      <br />
    </span>
  ));
}

/** The same, or null where nothing is known of it. */
export function knownAddress(address: Address | null | undefined, locale: Locale) {
  const isKnown = address && Object.values(address).some((part) => part !== null && part !== "");
  return isKnown ? <PostalAddress address={address} locale={locale} /> : null;
}

function linesOf({ line1, line2, postal_code, city, state, country }: Address, locale: Locale) {
  const place = [postal_code, city, state].filter(Boolean).join(" ");
  return [line1, line2, place, country && regionName(country, locale)];
}
