import { change } from "#db/rows";
import { bulkRuns } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { enqueue } from "#lib/jobs/jobs";
import { permissionFor } from "./acts.ts";
import { askForWholeRun } from "./ask-for-whole-run.ts";
import { inTheNameOf } from "./in-the-name-of.ts";
import { assertTakes, type BulkRun, findRun, type RunCommand } from "./run.ts";

/**
 * Begins a run that was gathered, in the name of whoever confirms it. Refunds that together go beyond their limits are
 * asked for once, for the whole run: then the approval makes them.
 */
export function startRun(viewer: Viewer, id: string): Promise<BulkRun> {
  return changeRun(viewer, id, "start", async (tx, run) => {
    const by = { createdBy: viewer.actor };
    const approval = await askForWholeRun(tx, run);
    if (approval) {
      return change(tx, bulkRuns, run, { ...by, state: "asked", approvalId: approval.id, endedAt: tx.now });
    }
    const started = await change(tx, bulkRuns, run, { ...by, state: "running", startedAt: tx.now });
    await workOn(tx, id);
    return started;
  });
}

/** Begins no further row until the run is resumed; rows that have begun are finished. */
export function pauseRun(viewer: Viewer, id: string): Promise<BulkRun> {
  return changeRun(viewer, id, "pause", (tx, run) => change(tx, bulkRuns, run, { state: "paused" }));
}

/** Goes on with a paused run; in the name of whoever resumes it, where who confirmed it may not do it any more. */
export function resumeRun(viewer: Viewer, id: string): Promise<BulkRun> {
  return changeRun(viewer, id, "resume", async (tx, run) => {
    const by = (await inTheNameOf(viewer, run)) ? {} : { createdBy: viewer.actor };
    const resumed = await change(tx, bulkRuns, run, { ...by, state: "running" });
    await workOn(tx, id);
    return resumed;
  });
}

/** Ends a run: what was done stays done, what was not is not done any more. */
export function cancelRun(viewer: Viewer, id: string): Promise<BulkRun> {
  return changeRun(viewer, id, "cancel", (tx, run) =>
    change(tx, bulkRuns, run, { state: "canceled", endedAt: tx.now }),
  );
}

function changeRun(
  viewer: Viewer,
  id: string,
  command: RunCommand,
  carryOut: (tx: Tx, run: BulkRun) => Promise<BulkRun>,
): Promise<BulkRun> {
  return transaction(viewer, async (tx) => {
    const run = await findRun(tx, id);
    authorize(viewer, permissionFor[run.act.act]);
    assertTakes(run, command);
    const after = await carryOut(tx, run);
    const facts = { act: run.act.act, rows: run.total - run.leftOut, amounts: run.amounts };
    await audit(tx, `bulk.${command}`, { subject: id, after: facts });
    return after;
  });
}

async function workOn(tx: Tx, id: string): Promise<void> {
  await enqueue(tx, "bulk.work", { run: id }, { runAt: tx.now, uniqueKey: `bulk.work ${id}` });
}
