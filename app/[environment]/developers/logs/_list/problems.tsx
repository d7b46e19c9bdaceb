import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import type { QueryProblem } from "#lib/lists/read-params";
import { Notice } from "../../../../_ui/notice";

type ProblemsProps = { locale: Locale; problems: QueryProblem[]; isPageKnown: boolean };

/** What of the address could not be understood and does not count. */
export function Problems({ locale, problems, isPageKnown }: ProblemsProps) {
  if (problems.length === 0 && isPageKnown) return null;
  const t = translator(locale, "logs");
  const words = translator(locale, "lists");
  return (
    <Notice tone="wait" title={words("problem.title")}>
      <ul>
        {problems.map(({ param, value, reason }) => (
          <li key={`${param} ${reason} ${value}`}>{words(`problem.${reason}`, { param, value })}</li>
        ))}
        {!isPageKnown && <li>{t("unknownPage")}</li>}
      </ul>
    </Notice>
  );
}
