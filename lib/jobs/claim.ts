import { and, asc, eq, inArray, isNotNull, lt, lte, sql } from "drizzle-orm";
import { environments, jobs } from "#db/schema/index";
import { shared } from "#db/shared";
import { globalReader, globalTransaction } from "#db/transaction";
import { minute } from "#lib/clock";

/** A crashed runner's jobs are taken over after this long (milliseconds, system clock). */
export const lease = minute;

const maxAttempts = 12;
const longestWait = 60 * minute;

export type Job = typeof jobs.$inferSelect;

/** Environments whose jobs somebody runs by hand, in order: the runner leaves them alone. */
export const heldEnvironments = shared("jobs.held", () => new Set<number>());

/** Claims up to `limit` jobs that are due on their environment's clock, or whose runner is gone. */
export async function claimDue(limit: number): Promise<Job[]> {
  const due = await dueJobs(limit);
  return due.length === 0 ? [] : claim(due);
}

/** Claims the next job of one environment due until `untilMs` (its clock), if there is one. */
export async function claimNext(environmentId: number, untilMs: number): Promise<Job | undefined> {
  const [next] = await waiting(environmentId, untilMs, 1);
  if (!next) return undefined;
  const [job] = await claim([next]);
  return job ?? claimNext(environmentId, untilMs);
}

/** When the next job of one environment is due, on its clock. */
export async function nextDue(environmentId: number, untilMs: number): Promise<number | undefined> {
  const [next] = await waiting(environmentId, untilMs, 1);
  return next?.runAt;
}

/** Whether somebody else is at work on a job of this environment now. */
export async function someRun(environmentId: number): Promise<boolean> {
  const { db } = await globalReader();
  const rows = await db
    .select({ leaseUntil: jobs.leaseUntil })
    .from(jobs)
    .where(and(eq(jobs.state, "running"), eq(jobs.environmentId, environmentId)));
  return rows.some((row) => (row.leaseUntil ?? 0) > Date.now());
}

/** Done: the row goes. */
export async function complete(job: Job): Promise<void> {
  await globalTransaction(async (db) => {
    await db.delete(jobs).where(mine(job));
  });
}

/** Failed: waits longer after each attempt, from `now` (environment's clock); after the last it stays to be seen. */
export async function postpone(job: Job, error: unknown, now: number): Promise<void> {
  const lastError = (error instanceof Error ? `${error.name}: ${error.message}` : String(error)).slice(
    0,
    500,
  );
  const exhausted = job.attempts >= maxAttempts;
  await globalTransaction(async (db) => {
    if (job.uniqueKey !== null) {
      const [newer] = await db.select({ id: jobs.id }).from(jobs).where(eq(jobs.uniqueKey, job.uniqueKey));
      if (newer) return void (await db.delete(jobs).where(mine(job)));
    }
    await db
      .update(jobs)
      .set({
        state: exhausted ? "failed" : "waiting",
        runAt: exhausted ? job.runAt : now + backoff(job.attempts),
        uniqueKey: job.uniqueKey,
        leaseUntil: null,
        lastError,
      })
      .where(mine(job));
  });
}

/** Half fixed, half chance: what failed together does not come back together. */
function backoff(attempts: number): number {
  const wait = Math.min(longestWait, 1000 * 2 ** (attempts - 1));
  return Math.round(wait / 2 + (Math.random() * wait) / 2);
}

async function dueJobs(limit: number): Promise<Job[]> {
  const { db } = await globalReader();
  const due: Job[] = await db
    .select()
    .from(jobs)
    .where(and(eq(jobs.state, "running"), isNotNull(jobs.environmentId), lt(jobs.leaseUntil, Date.now())))
    .limit(limit);
  const clocks = await db
    .select({ id: environments.id, offset: environments.clockOffset })
    .from(environments);
  for (const clock of startingAnywhere(clocks)) {
    if (due.length >= limit) break;
    if (heldEnvironments.has(clock.id)) continue;
    due.push(...(await waiting(clock.id, Date.now() + clock.offset, limit - due.length)));
  }
  return due;
}

/** So that one busy environment does not starve the others. */
function startingAnywhere<T>(list: T[]): T[] {
  const start = Math.floor(Math.random() * list.length);
  return [...list.slice(start), ...list.slice(0, start)];
}

async function waiting(environmentId: number, untilMs: number, limit: number): Promise<Job[]> {
  const handle = await globalReader();
  const statement = handle.prepared("waiting jobs", (db) =>
    db
      .select()
      .from(jobs)
      .where(
        and(
          eq(jobs.state, "waiting"),
          eq(jobs.environmentId, sql.placeholder("environmentId")),
          lte(jobs.runAt, sql.placeholder("until")),
        ),
      )
      .orderBy(asc(jobs.runAt), asc(jobs.id))
      .limit(sql.placeholder("limit"))
      .prepare(),
  );
  return statement.execute({ environmentId, until: untilMs, limit });
}

/** The key is freed while the job runs: what asks for it meanwhile is a new job. The answer still has it. */
async function claim(due: Job[]): Promise<Job[]> {
  const leaseUntil = Date.now() + lease;
  return globalTransaction(async (db) => {
    const ids = due.map((job) => job.id);
    const fresh = await db.select().from(jobs).where(inArray(jobs.id, ids));
    const unchanged = fresh.filter((row) => due.some((job) => same(job, row)));
    if (unchanged.length === 0) return [];
    await db
      .update(jobs)
      .set({ state: "running", leaseUntil, uniqueKey: null, attempts: sql`${jobs.attempts} + 1` })
      .where(
        inArray(
          jobs.id,
          unchanged.map((job) => job.id),
        ),
      );
    return unchanged
      .map((job) => ({ ...job, leaseUntil, attempts: job.attempts + 1 }))
      .sort((a, b) => a.runAt - b.runAt);
  });
}

function same(a: Job, b: Job): boolean {
  return a.id === b.id && a.state === b.state && a.leaseUntil === b.leaseUntil && a.runAt === b.runAt;
}

function mine(job: Job) {
  return and(eq(jobs.id, job.id), eq(jobs.state, "running"), eq(jobs.attempts, job.attempts));
}
