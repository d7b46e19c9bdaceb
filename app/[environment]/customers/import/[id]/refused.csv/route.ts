import { notFound } from "next/navigation";
import { toCsv } from "#lib/csv";
import { isDomainError } from "#lib/errors";
import { getImport, type ImportRow, listRefused } from "#lib/imports/queries";
import { translator } from "#lib/i18n/translator";
import { whileAllowed } from "#lib/auth/while-allowed";
import type { Viewer } from "#lib/auth/viewer";
import { csvAnswer } from "../../../../../_server/csv-answer";
import { pageViewer } from "../../../../../_server/page-viewer";
import { problemsInWords } from "../../problem-words";

type RouteProps = { params: Promise<{ environment: string; id: string }> };

/** The rows that came to nothing, as they stood, with why: to be put right and imported again. */
export async function GET(_request: Request, { params }: RouteProps): Promise<Response> {
  const { environment, id } = await params;
  const viewer = await pageViewer(environment);
  try {
    const row = await getImport(viewer, "customers", id);
    return csvAnswer(`${row.id}-refused`, whileAllowed(viewer, "customers:write", refusedLines(viewer, row)));
  } catch (error) {
    if (isDomainError(error) && error.facts.status === 404) notFound();
    throw error;
  }
}

const atOnce = 500;

async function* refusedLines(viewer: Viewer, row: ImportRow): AsyncGenerator<string> {
  const t = translator(viewer.locale, "customers");
  yield toCsv([[...row.header, t("import.row"), t("import.why")]]);
  let after = 0;
  for (;;) {
    const rows = await listRefused(viewer, row, { after, limit: atOnce });
    yield toCsv(
      rows.map((one) => [
        ...row.header.map((_, at) => one.cells[at] ?? ""),
        String(one.row),
        problemsInWords(viewer, one.problems),
      ]),
    );
    if (rows.length < atOnce) return;
    after = rows.at(-1)?.row ?? after;
  }
}
