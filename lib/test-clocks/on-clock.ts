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
  const clock = await otherClock(tx, clockId);
  if (!clock) return body(tx);
  assertReady(clock);
  return transaction(viewerOn(tx.viewer, clock), body);
}

/** The same, for what changes nothing now and only says what is to come: a clock that advances takes it in. */
export async function onAnyClock<Result>(
  tx: Tx,
  clockId: string | null,
  body: (tx: Tx) => Promise<Result>,
): Promise<Result> {
  const clock = await otherClock(tx, clockId);
  return clock ? transaction(viewerOn(tx.viewer, clock), body) : body(tx);
}

/** The clock, unless the transaction is at its time already or there is none. */
async function otherClock(tx: Tx, clockId: string | null) {
  if (clockId === null || tx.viewer.clock?.id === clockId) return undefined;
  return find(tx, testClocks, clockId);
}
