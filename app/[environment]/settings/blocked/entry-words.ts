import type { Viewer } from "#lib/auth/viewer";
import { translator } from "#lib/i18n/translator";
import { brandName } from "#lib/payment-methods/method-name";
import { type DefaultList, defaultListOf } from "#lib/value-lists/default-lists";
import type { ListedEntry } from "#lib/value-lists/entry-list";

/** What is on a list, as people know it: a card, or what was written. */
export function entryWords({ locale }: Viewer, { value, brand, last4 }: ListedEntry): string {
  if (last4 === null) return value;
  const t = translator(locale, "blocked");
  return t("card", { brand: brandName(brand ?? "") ?? t("someCard"), last4 });
}

/** Which list it is on. */
export function listWords(viewer: Viewer, { list, ownName }: ListedEntry): string {
  const always = defaultListOf(list);
  return always ? defaultListWords(viewer, always) : (ownName ?? list);
}

/** A list that is always there, by what it does and what it goes by. */
export function defaultListWords({ locale }: Viewer, { effect, subject }: DefaultList): string {
  return translator(locale, "blocked")(`lists.${effect}.${subject}`);
}
