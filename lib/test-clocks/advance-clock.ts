import { change } from "#db/rows";
import { testClocks } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { day } from "#lib/clock";
import { invalid } from "#lib/errors";
import { record } from "#lib/events/record";
import { enqueue } from "#lib/jobs/jobs";
import { findTestClock } from "./queries.ts";
import { assertReady } from "./status.ts";
import { type TestClockRow, toTestClock } from "./wire.ts";

/** How far a clock goes at once without subscriptions on it, milliseconds. */
const farthest = 2 * 365 * day;

/**
 * Begins to move a clock forward to `toMs`. What falls due on the way is done by a job, in order and each at its time;
 * after that the clock is ready again. Needs clock:write.
 */
export async function advanceTestClock(
  viewer: Viewer,
  { id, toMs }: { id: string; toMs: number },
): Promise<TestClockRow> {
  authorize(viewer, "clock:write");
  return transaction(viewer, async (tx) => {
    const row = await findTestClock(tx, id);
    assertReady(row);
    assertAhead(row, toMs);
    const advancing = await change(tx, testClocks, row, { status: "advancing", targetTime: toMs });
    await record(tx, "test_helpers.test_clock.advancing", toTestClock(advancing, viewer.environment));
    await enqueue(tx, "test_clocks.advance", { clockId: id }, { runAt: tx.now });
    return advancing;
  });
}

function assertAhead({ frozenTime }: TestClockRow, toMs: number): void {
  if (toMs <= frozenTime) {
    throw invalid("The frozen_time must be after the present time of the test clock.", {
      param: "frozen_time",
    });
  }
  if (toMs - frozenTime <= farthest) return;
  throw invalid("A test clock without subscriptions can be advanced by two years at most.", {
    param: "frozen_time",
  });
}
