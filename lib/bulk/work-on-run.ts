import { and, asc, eq } from "drizzle-orm";
import { change } from "#db/rows";
import { bulkRows, bulkRuns } from "#db/schema/index";
import { reader, transaction } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { enqueue } from "#lib/jobs/jobs";
import { doRow } from "./do-row.ts";
import { inTheNameOf } from "./in-the-name-of.ts";
import type { BulkRow } from "./row-claim.ts";
import { type BulkRun, findRun } from "./run.ts";

/** Rows done at the same time: their transactions become durable together. */
const atOnce = 8;
/** Batches a job does before it makes way for others; well within a job's lease. */
const batches = 25;
/** How long it waits where others are at work on all that is left, milliseconds. */
const patience = 2000;

/**
 * Does the next rows of a run, each once, in the name of whoever confirmed it and with what they may do now. A run
 * that was paused or canceled begins no further row; what has begun is finished whoever is gone.
 */
export async function workOnRun(viewer: Viewer, { run: id }: { run: string }): Promise<void> {
  for (let turn = 0; turn < batches; turn++) {
    const handle = await reader(viewer);
    const run = await findRun(handle, id);
    const rows = await nextRows(viewer, run);
    if (rows.length === 0) return finish(viewer, id);
    const person = (await inTheNameOf(viewer, run)) ?? (rows.every(hasBegun) ? viewer : null);
    if (!person) return stop(viewer, id);
    const came = await Promise.all(rows.map((row) => doRow(person, run.act, row)));
    if (came.every((end) => end === "busy")) return goOn(viewer, id, patience);
  }
  await goOn(viewer, id, 0);
}

function goOn(viewer: Viewer, id: string, after: number): Promise<void> {
  return transaction(viewer, (tx) =>
    enqueue(tx, "bulk.work", { run: id }, { runAt: tx.now + after, uniqueKey: `bulk.work ${id}` }),
  );
}

/** Decided and reserved while whoever confirmed it might: all that is left is to settle it. */
function hasBegun({ state, operationId }: BulkRow): boolean {
  return state === "started" && operationId !== null;
}

/** What a crash interrupted comes first, whatever became of the run; then what waits, while it runs. */
async function nextRows(viewer: Viewer, run: BulkRun): Promise<BulkRow[]> {
  const started = await rowsIn(viewer, run, "started");
  if (started.length > 0 || run.state !== "running") return started;
  return rowsIn(viewer, run, "waiting");
}

async function rowsIn(viewer: Viewer, { id }: BulkRun, state: BulkRow["state"]): Promise<BulkRow[]> {
  const { db, environmentId } = await reader(viewer);
  return db
    .select()
    .from(bulkRows)
    .where(and(eq(bulkRows.environmentId, environmentId), eq(bulkRows.runId, id), eq(bulkRows.state, state)))
    .orderBy(asc(bulkRows.place))
    .limit(atOnce);
}

function finish(viewer: Viewer, id: string): Promise<void> {
  return transaction(viewer, async (tx) => {
    const run = await findRun(tx, id);
    // Resumed since it was looked at: the job that goes on with it is there already.
    if (run.state !== "running" || (await nextRows(viewer, run)).length > 0) return;
    await change(tx, bulkRuns, run, { state: "finished", endedAt: tx.now });
  });
}

/** Paused, so that somebody who may do it can look at it and go on. */
function stop(viewer: Viewer, id: string): Promise<void> {
  return transaction(viewer, async (tx) => {
    const run = await findRun(tx, id);
    if (run.state === "running") await change(tx, bulkRuns, run, { state: "paused" });
  });
}
