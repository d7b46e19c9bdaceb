import type { Viewer } from "#lib/auth/viewer";
import type { BlockEntry } from "#lib/block-lists/block-entry";
import { translator } from "#lib/i18n/translator";
import { brandName } from "#lib/payment-methods/method-name";

/** What an entry blocks, as people know it: an email, or a card. */
export function entryWords({ locale }: Viewer, { list, value, brand, last4 }: BlockEntry): string {
  if (list === "email") return value;
  const t = translator(locale, "blocked");
  return last4 === null ? value : t("card", { brand: brandName(brand ?? "") ?? t("someCard"), last4 });
}
