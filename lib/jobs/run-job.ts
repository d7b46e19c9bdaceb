import { environmentById } from "#lib/accounts/environments";
import { allPermissions } from "#lib/auth/permissions";
import { systemViewer } from "#lib/auth/viewer";
import { log } from "#lib/log";
import "./all.ts";
import { complete, type Job, postpone } from "./claim.ts";
import { handlerOf } from "./jobs.ts";

/** Does one claimed job and notes how it went. `now`: a clock that stands still, for moving time; else the environment's. */
export async function runJob(job: Job, now?: number): Promise<"done" | "failed"> {
  const environment = job.environmentId === null ? null : await environmentById(job.environmentId);
  if (!environment) throw new Error(`Job ${job.id} belongs to no environment`);
  const running = systemViewer(environment, "job", new Set(allPermissions));
  const viewer = now === undefined ? running : { ...running, now: () => now };
  try {
    await handlerOf(job.kind).run(viewer, job.payload);
  } catch (error) {
    log.warn({ job: job.id, kind: job.kind, attempts: job.attempts, err: error }, "job failed");
    await postpone(job, error, viewer.now());
    return "failed";
  }
  await complete(job);
  return "done";
}
