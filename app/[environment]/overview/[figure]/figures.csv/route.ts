import { toCsv } from "#lib/csv";
import { isDomainError } from "#lib/errors";
import { figureRows } from "#lib/home/figure-rows";
import { mayShow, tileNames } from "#lib/home/overview-tiles";
import { csvAnswer } from "../../../../_server/csv-answer";
import { pageViewer } from "../../../../_server/page-viewer";
import { overviewQuery } from "../../../_home/overview-calendar";

type Context = { params: Promise<{ environment: string; figure: string }> };

/** One figure of Home as a file, point by point. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { environment, figure: name } = await params;
  const viewer = await pageViewer(environment);
  const figure = tileNames.find((tile) => tile === name);
  if (!figure || !mayShow(viewer, figure)) return new Response("Not found\n", { status: 404 });
  const query = await overviewQuery(viewer, Object.fromEntries(new URL(request.url).searchParams));
  try {
    return csvAnswer(`${figure}-${query.period.from}`, [toCsv(await figureRows(viewer, figure, query))]);
  } catch (error) {
    if (!isDomainError(error)) throw error;
    return new Response(error.message, { status: error.facts.status });
  }
}
