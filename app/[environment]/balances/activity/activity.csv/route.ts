import { toCsv } from "#lib/csv";
import { activityPeriod, readActivity } from "#lib/statements/read-activity";
import { activityRows } from "#lib/statements/statement-rows";
import { csvAnswer } from "../../../../_server/csv-answer";
import { pageViewer } from "../../../../_server/page-viewer";
import { refusedFile } from "../../../../_server/refused-file";

type Context = { params: Promise<{ environment: string }> };

/** What the balance did in some days, as a file of comma-separated values. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const viewer = await pageViewer((await params).environment);
  return refusedFile(async () => {
    const address = Object.fromEntries(new URL(request.url).searchParams);
    const activity = await readActivity(viewer, activityPeriod(viewer, address).period);
    return csvAnswer(`activity-${activity.period.from}`, [toCsv(activityRows(activity))]);
  });
}
