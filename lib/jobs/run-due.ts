import type { ViewedEnvironment } from "#lib/auth/viewer";
import { claimNext, heldEnvironments, nextDue, someRun } from "./claim.ts";
import { runJob } from "./run-job.ts";

export interface RunReport {
  done: number;
  failed: number;
}

/**
 * Does every job of the environment that is due until `untilMs` (its clock), one after another in the order they
 * are due, each seeing the time it was due at; also those that they add on the way. `beforeEach` hears that time
 * first. A job that fails is tried again at its later time, if that is due too.
 */
export async function runDueJobs(
  environment: ViewedEnvironment,
  untilMs: number,
  beforeEach: (atMs: number) => Promise<void> = async () => {},
): Promise<RunReport> {
  const report: RunReport = { done: 0, failed: 0 };
  const held = !heldEnvironments.has(environment.id);
  heldEnvironments.add(environment.id);
  try {
    let at = Date.now() + environment.clockOffset;
    for (;;) {
      await othersFinish(environment.id);
      const due = await nextDue(environment.id, untilMs);
      if (due === undefined) return report;
      at = Math.max(at, due);
      await beforeEach(at);
      const job = await claimNext(environment.id, at);
      if (job) report[await runJob(job, at)]++;
    }
  } finally {
    if (held) heldEnvironments.delete(environment.id);
  }
}

/** Another process may have claimed a job just now: time does not go on before it is done. */
async function othersFinish(environmentId: number): Promise<void> {
  while (await someRun(environmentId)) await new Promise((resolve) => setTimeout(resolve, 20));
}
