import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { Status } from "../../../_ui/status";

/** Whether something of the catalogue is on offer. */
export function ActivityState({ locale, active }: { locale: Locale; active: boolean }) {
  const t = translator(locale, "search");
  return active ? (
    <Status tone="good" mark="filled">
      {t("activity.active")}
    </Status>
  ) : (
    <Status tone="plain" mark="ring">
      {t("activity.archived")}
    </Status>
  );
}
