import { change, find } from "#db/rows";
import { testClocks } from "#db/schema/index";
import { reader, transaction } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { record } from "#lib/events/record";
import { on } from "#lib/jobs/jobs";
import { runDueJobs } from "#lib/jobs/run-due";
import { deleteTestClock } from "./delete-clock.ts";
import { toTestClock } from "./wire.ts";

on("test_clocks.advance", finishAdvancing, failToAdvance);
on("test_clocks.expire", expire);

/** Goes on where a process that is gone stopped: the clock stands at the last thing that was done. */
async function finishAdvancing(viewer: Viewer, { clockId }: { clockId: string }): Promise<void> {
  const clock = await find(await reader(viewer), testClocks, clockId);
  if (!clock || clock.targetTime === null) return;
  const { targetTime } = clock;
  const setTime = (frozenTime: number) =>
    transaction(viewer, async (tx) => void (await change(tx, testClocks, clock, { frozenTime })));
  await runDueJobs(viewer.environment, targetTime, setTime, { id: clockId, now: clock.frozenTime });
  await transaction(viewer, async (tx) => {
    const arrived = { frozenTime: targetTime, targetTime: null, status: "ready" } as const;
    const ready = await change(tx, testClocks, clock, arrived);
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
