import type { NextRequest } from "next/server";
import { exportHistory } from "#lib/audit/export-history";
import { authorize } from "#lib/auth/permissions";
import { csvAnswer } from "../../../../_server/csv-answer";
import { pageViewer } from "../../../../_server/page-viewer";
import { choiceIn, historyChoice } from "../history-choice";

type Context = { params: Promise<{ environment: string }> };

/** The history as a file, sent while it is read. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const viewer = await pageViewer((await params).environment);
  authorize(viewer, "security_history:read");
  const choice = choiceIn(Object.fromEntries(request.nextUrl.searchParams));
  const lines = exportHistory(viewer, historyChoice(choice, viewer.timeZone));
  return csvAnswer("security-history", lines);
}
