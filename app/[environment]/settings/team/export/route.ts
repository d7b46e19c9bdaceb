import type { NextRequest } from "next/server";
import { exportTeam } from "#lib/team/export-team";
import { readTeamChoice } from "#lib/team/narrow-team";
import { csvAnswer } from "../../../../_server/csv-answer";
import { pageViewer } from "../../../../_server/page-viewer";

type Context = { params: Promise<{ environment: string }> };

/** The members as a file. */
export async function GET(request: NextRequest, { params }: Context): Promise<Response> {
  const viewer = await pageViewer((await params).environment);
  const { searchParams } = request.nextUrl;
  const choice = readTeamChoice({
    q: searchParams.get("q") ?? undefined,
    role: searchParams.get("role") ?? undefined,
    status: searchParams.get("status") ?? undefined,
  });
  return csvAnswer("team", [await exportTeam(viewer, choice)]);
}
