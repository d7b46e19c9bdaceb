import type { GuestRow } from "#lib/customers/figures/contribution";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { brandName } from "#lib/payment-methods/method-name";

type Known = Pick<GuestRow, "kind" | "key" | "brand" | "last4">;

/** What a guest is known by: "Visa ending 4242", an address or a number. */
export function guestName({ kind, key, brand, last4 }: Known, locale: Locale): string {
  if (kind !== "card") return key;
  const name = brandName(brand) ?? translator(locale, "methods")("type.card");
  return translator(locale, "methods")("ending", { name, last4: last4 ?? "" });
}
