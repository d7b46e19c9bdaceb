import { toCsv } from "#lib/csv";
import { readStatement } from "#lib/statements/read-statement";
import { statementRows } from "#lib/statements/statement-rows";
import { csvAnswer } from "../../../../../_server/csv-answer";
import { refusedFile } from "../../../../../_server/refused-file";
import { pageViewer } from "../../../../../_server/page-viewer";

type Context = { params: Promise<{ environment: string; month: string }> };

/** The statement of a month as a file of comma-separated values. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { environment, month } = await params;
  const viewer = await pageViewer(environment);
  return refusedFile(async () => {
    const statement = await readStatement(viewer, month);
    return csvAnswer(`statement-${month}`, [toCsv(statementRows(statement))]);
  });
}
