import { whileAllowed } from "#lib/auth/while-allowed";
import { runReport } from "#lib/bulk/run-report";
import { getRun } from "#lib/bulk/queries";
import { csvAnswer } from "../../../../../_server/csv-answer";
import { found } from "../../../../../_server/found";
import { pageViewer } from "../../../../../_server/page-viewer";

type Context = { params: Promise<{ environment: string; run: string }> };

/** What came of every row of a run, as a file. */
export async function GET(_request: Request, { params }: Context): Promise<Response> {
  const { environment, run: id } = await params;
  const viewer = await pageViewer(environment);
  const { run } = await found(getRun(viewer, id));
  return csvAnswer(run.id, whileAllowed(viewer, "payments:read", runReport(viewer, run.id)));
}
