import { log } from "#lib/log";
import "./all.ts";
import { claimDue, type Job } from "./claim.ts";
import { bell, type Chore, chores } from "./jobs.ts";
import { runJob } from "./run-job.ts";

const concurrency = 8;
const pollInterval = 1000;

/**
 * Does due jobs until stopped. Only one process of a database does; jobs of one that crashed are taken over
 * when their lease ends. `stop` resolves when nothing runs any more.
 */
export function startJobs(): { stop(): Promise<void> } {
  const running = new Set<Promise<unknown>>();
  const busy = new Set<string>();
  let stopped = false;
  let looking: Promise<void> | undefined;
  let rung = false;

  function look(): void {
    rung = true;
    if (stopped || looking) return;
    looking = claimAll().finally(() => (looking = undefined));
  }

  async function claimAll(): Promise<void> {
    while (rung && !stopped && running.size < concurrency) {
      rung = false;
      try {
        const jobs = await claimDue(concurrency - running.size);
        for (const job of jobs) track(finished(job));
        if (jobs.length > 0) rung = true;
      } catch (error) {
        log.error({ err: error }, "looking for jobs failed");
      }
    }
  }

  async function finished(job: Job): Promise<void> {
    try {
      await runJob(job);
    } catch (error) {
      log.error(
        { job: job.id, kind: job.kind, err: error },
        "a job could not be noted; it runs again after its lease",
      );
    }
  }

  function track(work: Promise<void>): void {
    running.add(work);
    void work.finally(() => {
      running.delete(work);
      look();
    });
  }

  /** One that takes longer than its interval is not begun again meanwhile. */
  function doChore(chore: Chore): void {
    if (busy.has(chore.name)) return;
    busy.add(chore.name);
    track(done(chore).finally(() => busy.delete(chore.name)));
  }

  bell.ring = look;
  const timers = [
    setInterval(look, pollInterval),
    ...chores().map((chore) => setInterval(() => doChore(chore), chore.interval)),
  ];
  look();

  return {
    async stop() {
      stopped = true;
      bell.ring = () => {};
      timers.forEach((timer) => clearInterval(timer));
      await looking;
      await Promise.all(running);
    },
  };
}

async function done(chore: Chore): Promise<void> {
  try {
    await chore.run();
  } catch (error) {
    log.warn({ chore: chore.name, err: error }, "housekeeping failed; it is tried again next time");
  }
}
