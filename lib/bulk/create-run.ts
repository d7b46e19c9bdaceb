import { insert } from "#db/rows";
import type { BulkAct } from "#db/schema/bulk";
import { bulkRuns } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { newId } from "#lib/ids";
import { enqueue } from "#lib/jobs/jobs";
import { findSelection } from "#lib/lists/selections/selection";
import { actsOfList, permissionFor } from "./acts.ts";
import type { BulkRun } from "./run.ts";

/**
 * Prepares to do something to every row of a selection: gathers in the background what would be done to each.
 * Nothing is done before `startRun`, which is asked with all of it in view.
 */
export function createRun(
  viewer: Viewer,
  { selection: selectionId, act }: { selection: string; act: BulkAct },
): Promise<BulkRun> {
  authorize(viewer, permissionFor[act.act]);
  return transaction(viewer, async (tx) => {
    const { list, ids, words } = await findSelection(viewer, tx, selectionId);
    if (!actsOfList(list).includes(act.act)) {
      throw invalid(`This cannot be done to rows of the list ${list}.`, { param: "selection" });
    }
    const run = await insert(tx, bulkRuns, {
      id: newId("bulk", tx.now),
      createdAt: tx.now,
      ...{ list, act, ids, words },
      timeZone: viewer.timeZone,
      state: "preparing",
      ...{ total: 0, done: 0, failed: 0, leftOut: 0, amounts: [] },
      createdBy: viewer.actor,
    });
    await enqueue(tx, "bulk.gather", { run: run.id }, { runAt: tx.now, uniqueKey: `bulk.gather ${run.id}` });
    return run;
  });
}
