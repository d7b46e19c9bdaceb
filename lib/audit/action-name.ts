import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { isKnownAction } from "./actions.ts";
import type { AuditLine } from "./hash.ts";

/** What was done, in words. */
export function actionName(action: string, locale: Locale): string {
  return isKnownAction(action) ? translator(locale, "history")(`action.${action}`) : action;
}

/** Who did it, in words: a person or a key by name. */
export function actorName({ actor }: Pick<AuditLine, "actor">, locale: Locale): string {
  if (actor.name !== null) return actor.name;
  const t = translator(locale, "history");
  return actor.type === "system" ? t("system") : t("unknown");
}
