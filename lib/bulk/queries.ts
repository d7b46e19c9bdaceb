import { and, asc, desc, eq, gt, inArray } from "drizzle-orm";
import { bulkRows, bulkRuns } from "#db/schema/index";
import { reader } from "#db/transaction";
import { authorize, may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { listNamed, listNames } from "#lib/lists/all";
import type { BulkRow } from "./row-claim.ts";
import { type BulkRun, findRun } from "./run.ts";

/** As many runs as the page of them shows. */
const mostRuns = 100;
/** As many rows that failed as its page shows. */
const mostTroubles = 20;
/** Rows a report reads at a time. */
const batch = 1000;

/** The newest runs over rows that the viewer may see. */
export async function listRuns(viewer: Viewer): Promise<BulkRun[]> {
  authorize(viewer, "payments:read");
  const seen = listNames().filter((list) => may(viewer, listNamed(list).permission));
  const { db, environmentId } = await reader(viewer);
  return db
    .select()
    .from(bulkRuns)
    .where(and(eq(bulkRuns.environmentId, environmentId), inArray(bulkRuns.list, seen)))
    .orderBy(desc(bulkRuns.createdAt), desc(bulkRuns.id))
    .limit(mostRuns);
}

/** A run, and why the first rows were left out of it or failed. */
export async function getRun(viewer: Viewer, id: string): Promise<{ run: BulkRun; troubles: BulkRow[] }> {
  const run = await seenRun(viewer, id);
  const troubles = [...(await rowsIn(viewer, id, "failed")), ...(await rowsIn(viewer, id, "left_out"))];
  return { run, troubles: troubles.slice(0, mostTroubles) };
}

/** A run, for who may see the rows it is about. */
async function seenRun(viewer: Viewer, id: string): Promise<BulkRun> {
  const run = await findRun(await reader(viewer), id);
  authorize(viewer, listNamed(run.list).permission);
  return run;
}

async function rowsIn(viewer: Viewer, id: string, state: BulkRow["state"]): Promise<BulkRow[]> {
  const { db, environmentId } = await reader(viewer);
  return db
    .select()
    .from(bulkRows)
    .where(and(eq(bulkRows.environmentId, environmentId), eq(bulkRows.runId, id), eq(bulkRows.state, state)))
    .orderBy(asc(bulkRows.place))
    .limit(mostTroubles);
}

/** Every row of a run by its object's id, a batch at a time. */
export async function* rowsOfRun(viewer: Viewer, id: string): AsyncGenerator<BulkRow[]> {
  const { db, environmentId } = await reader(viewer);
  await seenRun(viewer, id);
  for (let after = ""; ;) {
    const rows = await db
      .select()
      .from(bulkRows)
      .where(
        and(eq(bulkRows.environmentId, environmentId), eq(bulkRows.runId, id), gt(bulkRows.objectId, after)),
      )
      .orderBy(asc(bulkRows.objectId))
      .limit(batch);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (!last || rows.length < batch) return;
    after = last.objectId;
  }
}
