import type { NextRequest } from "next/server";
import { readingOf, readQuery } from "#lib/lists/list-source";
import { fromWords } from "#lib/lists/words";
import { exportTeam } from "#lib/team/export-team";
import { teamList } from "#lib/team/team-list";
import { csvAnswer } from "../../../../_server/csv-answer";
import { pageViewer } from "../../../../_server/page-viewer";

type Context = { params: Promise<{ environment: string }> };

/** The members as a file. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const viewer = await pageViewer((await params).environment);
  const { query } = readQuery(teamList, fromWords(request.nextUrl.searchParams), readingOf(viewer));
  return csvAnswer("team", [await exportTeam(viewer, query)]);
}
