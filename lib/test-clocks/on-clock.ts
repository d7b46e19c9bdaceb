import { find } from "#db/rows";
import { testClocks } from "#db/schema/index";
import { transaction } from "#db/transaction";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { assertReady } from "./status.ts";

/** The same viewer at a test clock's time. */
export function viewerOn(viewer: Viewer, { id, frozenTime }: { id: string; frozenTime: number }): Viewer {
  return { ...viewer, now: () => frozenTime, clock: { id, environmentNow: () => viewer.now() } };
}

/**
 * Does something at the time of the test clock that an object hangs on, and later what follows from it too; without
 * one at the transaction's own. A clock that advances lets nobody in but its own jobs.
 */
export async function onClock<Result>(
  tx: Tx,
  clockId: string | null,
  body: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  if (clockId === null || tx.viewer.clock?.id === clockId) return body(tx);
  const clock = await find(tx, testClocks, clockId);
  if (!clock) return body(tx);
  assertReady(clock);
  return transaction(viewerOn(tx.viewer, clock), body);
}
