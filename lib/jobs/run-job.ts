import { find } from "#db/rows";
import { testClocks } from "#db/schema/index";
import { reader } from "#db/transaction";
import { environmentById } from "#lib/accounts/environments";
import { allPermissions } from "#lib/auth/permissions";
import { systemViewer, type Viewer } from "#lib/auth/viewer";
import { log } from "#lib/log";
import { viewerOn } from "#lib/test-clocks/on-clock";
import { complete, isExhausted, type Job, postpone } from "./claim.ts";
import { giveUp, handlerOf } from "./jobs.ts";

/** Does one claimed job and notes how it went. `now`: a clock that stands still, for moving time; else the environment's. */
export async function runJob(job: Job, now?: number): Promise<"done" | "failed"> {
  const environment = job.environmentId === null ? null : await environmentById(job.environmentId);
  if (!environment) throw new Error(`Job ${job.id} belongs to no environment`);
  const running = systemViewer(environment, "job", new Set(allPermissions));
  const viewer = job.clockId === null ? standing(running, now) : await onItsClock(running, job.clockId, now);
  try {
    await handlerOf(job.kind).run(viewer, job.payload);
  } catch (error) {
    log.warn({ job: job.id, kind: job.kind, attempts: job.attempts, err: error }, "job failed");
    if (isExhausted(job)) await giveUp(job.kind, viewer, job.payload);
    await postpone(job, error, viewer.now());
    return "failed";
  }
  await complete(job);
  return "done";
}

function standing(viewer: Viewer, now: number | undefined): Viewer {
  return now === undefined ? viewer : { ...viewer, now: () => now };
}

async function onItsClock(viewer: Viewer, clockId: string, now: number | undefined): Promise<Viewer> {
  const clock = await find(await reader(viewer), testClocks, clockId);
  if (!clock) throw new Error(`A job hangs on the test clock ${clockId}, which is gone`);
  return viewerOn(viewer, { id: clockId, frozenTime: now ?? clock.frozenTime });
}
