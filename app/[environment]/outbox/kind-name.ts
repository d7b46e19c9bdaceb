import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { isMailKind } from "#lib/mail/kinds";

/** What a kind of mail is called. */
export function kindName(kind: string, locale: Locale): string {
  return isMailKind(kind) ? translator(locale, "outbox")(`kinds.${kind}`) : kind;
}
