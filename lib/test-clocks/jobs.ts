import { change, find } from "#db/rows";
import { testClocks } from "#db/schema/index";
import { reader, transaction } from "#db/transaction";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { record } from "#lib/events/record";
import { on } from "#lib/jobs/jobs";
import { runDueJobs } from "#lib/jobs/run-due";
import { deleteTestClock } from "./delete-clock.ts";
import { type TestClockRow, toTestClock } from "./wire.ts";

on("test_clocks.advance", finishAdvancing, failToAdvance);
on("test_clocks.expire", expire);

/** Goes on where a process that is gone stopped: the clock stands at the last thing that was done. */
async function finishAdvancing(viewer: Viewer, { clockId }: { clockId: string }): Promise<void> {
  const clock = await find(await reader(viewer), testClocks, clockId);
  if (!clock || clock.targetTime === null) return;
  const { targetTime, frozenTime: now } = clock;
  const move = async (tx: Tx, patch: Partial<TestClockRow>) => {
    const there = await find(tx, testClocks, clockId);
    // Somebody else who thought this one gone brought it there.
    if (there?.targetTime !== targetTime) return undefined;
    return change(tx, testClocks, there, patch);
  };
  const setTime = (frozenTime: number) =>
    transaction(viewer, async (tx) => void (await move(tx, { frozenTime })));
  await runDueJobs(viewer.environment, targetTime, setTime, { id: clockId, now });
  await transaction(viewer, async (tx) => {
    const ready = await move(tx, { frozenTime: targetTime, targetTime: null, status: "ready" });
    if (!ready) return;
    await record(tx, "test_helpers.test_clock.ready", toTestClock(ready, viewer.environment));
  });
}

/** It stands at the last thing that was done, and is good for nothing any more. */
async function failToAdvance(viewer: Viewer, { clockId }: { clockId: string }): Promise<void> {
  await transaction(viewer, async (tx) => {
    const clock = await find(tx, testClocks, clockId);
    if (clock?.status !== "advancing") return;
    const failed = await change(tx, testClocks, clock, { status: "internal_failure", targetTime: null });
    await record(tx, "test_helpers.test_clock.internal_failure", toTestClock(failed, viewer.environment));
  });
}

async function expire(viewer: Viewer, { clockId }: { clockId: string }): Promise<void> {
  if (await find(await reader(viewer), testClocks, clockId)) await deleteTestClock(viewer, clockId);
}
