import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { doneOf } from "../../../_server/local-path";
import { Notice } from "../../../_ui/notice";

/** That something of the catalogue was just deleted, where the address names it: its own page is no more. */
export function DeletedNotice({ locale, done }: { locale: Locale; done: unknown }) {
  const known = doneOf(["product_deleted", "price_deleted", "coupon_deleted"], done);
  return known && <Notice tone="good" title={translator(locale, "products")(`done.${known}`)} />;
}
