import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { doneOf } from "../../_server/local-path";
import { Notice } from "../../_ui/notice";

/** What was just done to a customer, where the address names it. */
export function CustomerDone({ locale, done }: { locale: Locale; done: unknown }) {
  const known = doneOf(["deleted", "erased", "merged", "method_removed"], done);
  return known && <Notice tone="good" title={translator(locale, "customers")(`done.${known}`)} />;
}
