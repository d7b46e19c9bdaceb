import { toCsv } from "#lib/csv";
import { figureRows } from "#lib/home/figure-rows";
import { mayShow, tileNames } from "#lib/home/overview-tiles";
import { csvAnswer } from "../../../../_server/csv-answer";
import { pageViewer } from "../../../../_server/page-viewer";
import { refusedFile } from "../../../../_server/refused-file";
import { overviewQuery } from "../../../_home/overview-calendar";

type Context = { params: Promise<{ environment: string; figure: string }> };

/** One figure of Home as a file, point by point. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { environment, figure: name } = await params;
  const viewer = await pageViewer(environment);
  const figure = tileNames.find((tile) => tile === name);
  if (!figure || !mayShow(viewer, figure)) return new Response("Not found\n", { status: 404 });
  const query = await overviewQuery(viewer, Object.fromEntries(new URL(request.url).searchParams));
  return refusedFile(async () =>
    csvAnswer(`${figure}-${query.period.from}`, [toCsv(await figureRows(viewer, figure, query))]),
  );
}
