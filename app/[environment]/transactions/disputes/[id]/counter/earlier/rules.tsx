import { qualifyingDays } from "#lib/disputes/earlier-payments";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";

/** What Visa takes, in words. */
export function Rules({ locale }: { locale: Locale }) {
  const t = translator(locale, "disputes");
  return (
    <>
      <p>{t("earlier.intro")}</p>
      <ul className="list-disc pl-5">
        <li>{t("earlier.rule.payments", { from: qualifyingDays.from, until: qualifyingDays.until })}</li>
        <li>{t("earlier.rule.undisputed")}</li>
        <li>{t("earlier.rule.marks")}</li>
      </ul>
    </>
  );
}
