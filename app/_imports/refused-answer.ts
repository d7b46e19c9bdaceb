import { notFound } from "next/navigation";
import { toCsv } from "#lib/csv";
import { isDomainError } from "#lib/errors";
import { getImport, type ImportRow, listRefused } from "#lib/imports/queries";
import { translator } from "#lib/i18n/translator";
import { whileAllowed } from "#lib/auth/while-allowed";
import type { Permission } from "#lib/auth/permissions";
import { csvAnswer } from "../_server/csv-answer";
import type { ImportShown } from "./import-words";
import { problemsInWords } from "./problem-words";

/** The rows that came to nothing, as they stood, with why: to be put right and imported again. */
export async function refusedAnswer(
  shown: ImportShown,
  id: string,
  permission: Permission,
): Promise<Response> {
  const { viewer, kind } = shown;
  try {
    const row = await getImport(viewer, kind, id);
    return csvAnswer(`${row.id}-refused`, whileAllowed(viewer, permission, refusedLines(shown, row)));
  } catch (error) {
    if (isDomainError(error) && error.facts.status === 404) notFound();
    throw error;
  }
}

const atOnce = 500;

async function* refusedLines(shown: ImportShown, row: ImportRow): AsyncGenerator<string> {
  const { viewer } = shown;
  const t = translator(viewer.locale, "imports");
  yield toCsv([[...row.header, t("row"), t("why")]]);
  let after = 0;
  for (;;) {
    const rows = await listRefused(viewer, row, { after, limit: atOnce });
    yield toCsv(
      rows.map((one) => [
        ...row.header.map((_, at) => one.cells[at] ?? ""),
        String(one.row),
        problemsInWords(shown, one.problems),
      ]),
    );
    if (rows.length < atOnce) return;
    after = rows.at(-1)?.row ?? after;
  }
}
