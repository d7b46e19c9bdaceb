import type { ImportReport } from "#lib/catalogue/import-catalogue";
import type { Locale } from "#lib/i18n/locale";
import { translator } from "#lib/i18n/translator";
import { catalogues } from "#lib/messages/catalogues";

const mostShown = 50;

/** What came of a file, or would come of it. */
export function summaryInWords(locale: Locale, report: ImportReport, act: "check" | "import"): string {
  const { created, updated, unchanged, refused } = report;
  const counts = { created, updated, unchanged, refused: refused.length };
  return translator(locale, "catalogueImport")(`summary.${act}`, counts);
}

/** The lines that are refused and why, one a line. */
export function refusedInWords(locale: Locale, { refused }: ImportReport): string {
  const t = translator(locale, "catalogueImport");
  const words = new Map(Object.entries<string>(catalogues[locale].errors.code));
  const lines = refused.slice(0, mostShown).map(({ line, problems }) => {
    const why = problems.map(({ field, code }) => {
      const text = words.get(code) ?? t("lineRefused");
      return field === "" ? text : `${field}: ${text}`;
    });
    return t("line", { line, why: why.join(" ") });
  });
  const more = refused.length > mostShown ? [t("more", { count: refused.length - mostShown })] : [];
  return [...lines, ...more].join("\n");
}
