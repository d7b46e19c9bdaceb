import type { RefusedRow } from "#lib/imports/queries";
import { labelled } from "#lib/i18n/labelled";
import { translator } from "#lib/i18n/translator";
import { catalogues } from "#lib/messages/catalogues";
import { type ImportShown, targetName } from "./import-words";

/** Why a row came to nothing: "Email: This is not an email address." */
export function problemsInWords(shown: ImportShown, problems: RefusedRow["problems"]): string {
  const words = new Map(Object.entries<string>(catalogues[shown.viewer.locale].errors.code));
  const unknown = translator(shown.viewer.locale, "errors")("code.row_refused");
  return problems
    .map(({ field, code }) => {
      const text = words.get(code) ?? unknown;
      return field === null ? text : labelled(targetName(shown, field), text, shown.viewer.locale);
    })
    .join(" ");
}
