import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import type { Standing } from "#lib/team/explain-roles";
import { isExplained } from "./role-options";

/** What it is called to be this. */
export function standingName(standing: Standing, locale: Locale): string {
  const t = translator(locale, "roles");
  return standing === "owner" ? t("owner") : t(`name.${standing}`);
}

/** What it means to be this, in a sentence. */
export function standingExplained(standing: Standing, locale: Locale): string {
  const t = translator(locale, "roles");
  if (standing === "owner") return t("ownerExplained");
  return isExplained(standing) ? t(`explained.${standing}`) : "";
}
