import type { ViewedEnvironment } from "#lib/auth/viewer";
import { claimNext, heldEnvironments, type Line, nextDue, someRun } from "./claim.ts";
import { runJob } from "./run-job.ts";

export interface RunReport {
  done: number;
  failed: number;
}

/**
 * Does every job of the environment that is due until `untilMs` (its clock), one after another in the order they
 * are due, each seeing the time it was due at; also those that they add on the way. `beforeEach` hears that time
 * first. A job that fails is tried again at its later time, if that is due too. With a test clock of the environment,
 * which shows `now`, the jobs that follow that one.
 */
export async function runDueJobs(
  environment: ViewedEnvironment,
  untilMs: number,
  beforeEach: (atMs: number) => Promise<void> = async () => {},
  clock?: { id: string; now: number },
): Promise<RunReport> {
  const line = { environmentId: environment.id, clockId: clock?.id ?? null };
  const begin = clock?.now ?? Date.now() + environment.clockOffset;
  const held = !clock && !heldEnvironments.has(environment.id);
  if (held) heldEnvironments.add(environment.id);
  try {
    return await runLine(line, begin, untilMs, beforeEach);
  } finally {
    if (held) heldEnvironments.delete(environment.id);
  }
}

async function runLine(
  line: Line,
  begin: number,
  untilMs: number,
  beforeEach: (atMs: number) => Promise<void>,
): Promise<RunReport> {
  const report: RunReport = { done: 0, failed: 0 };
  let at = begin;
  for (;;) {
    await othersFinish(line);
    const due = await nextDue(line, untilMs);
    if (due === undefined) return report;
    at = Math.max(at, due);
    await beforeEach(at);
    const job = await claimNext(line, at);
    if (job) report[await runJob(job, at)]++;
  }
}

/** Another process may have claimed a job just now: time does not go on before it is done. */
async function othersFinish(line: Line): Promise<void> {
  while (await someRun(line)) await new Promise((resolve) => setTimeout(resolve, 20));
}
