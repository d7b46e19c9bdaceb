import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { withCapital } from "#lib/i18n/with-capital";
import { catalogues } from "#lib/messages/catalogues";
import { isKeyOf } from "../../../../_words/is-key-of";

/** The claim a letter answers; null: any. */
export function reasonWords(locale: Locale, reason: string | null): string {
  const t = translator(locale, "disputes");
  if (reason === null) return t("letters.anyReason");
  return isKeyOf(catalogues.en.disputes.reason, reason) ? withCapital(t(`reason.${reason}`), locale) : reason;
}
