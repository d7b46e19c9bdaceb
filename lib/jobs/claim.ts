import { and, asc, eq, getTableColumns, inArray, isNotNull, isNull, lt, lte, sql } from "drizzle-orm";
import { environments, jobs, testClocks } from "#db/schema/index";
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

/** The jobs that follow one clock: an environment's own, or a test clock in it. */
export interface Line {
  environmentId: number;
  clockId: string | null;
}

/** Claims the next job of a line due until `untilMs` (its clock), if there is one. */
export async function claimNext(line: Line, untilMs: number): Promise<Job | undefined> {
  const [next] = await waiting(line, untilMs, 1);
  if (!next) return undefined;
  const [job] = await claim([next]);
  return job ?? claimNext(line, untilMs);
}

/** When the next job of a line is due, on its clock. */
export async function nextDue(line: Line, untilMs: number): Promise<number | undefined> {
  const [next] = await waiting(line, untilMs, 1);
  return next?.runAt;
}

/** Whether somebody else is at work on a job of this line now. */
export async function someRun({ environmentId, clockId }: Line): Promise<boolean> {
  const { db } = await globalReader();
  const rows = await db
    .select({ leaseUntil: jobs.leaseUntil })
    .from(jobs)
    .where(and(eq(jobs.state, "running"), eq(jobs.environmentId, environmentId), following(clockId)));
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
  const exhausted = isExhausted(job);
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

/** Whether a job is not tried again once it fails. */
export function isExhausted({ attempts }: Job): boolean {
  return attempts >= maxAttempts;
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
    const line = { environmentId: clock.id, clockId: null };
    due.push(...(await waiting(line, Date.now() + clock.offset, limit - due.length)));
  }
  if (due.length < limit) due.push(...(await waitingOnClocks(limit - due.length)));
  return due;
}

/** What is due on test clocks that stand still; one that advances does its own jobs, in order. */
async function waitingOnClocks(limit: number): Promise<Job[]> {
  const handle = await globalReader();
  const statement = handle.prepared("waiting jobs on clocks", (db) =>
    db
      .select(getTableColumns(jobs))
      .from(jobs)
      .innerJoin(
        testClocks,
        and(eq(testClocks.environmentId, jobs.environmentId), eq(testClocks.id, jobs.clockId)),
      )
      .where(
        and(
          onAnyClock,
          eq(jobs.state, "waiting"),
          eq(testClocks.status, "ready"),
          lte(jobs.runAt, testClocks.frozenTime),
        ),
      )
      .orderBy(asc(jobs.runAt), asc(jobs.id))
      .limit(sql.placeholder("limit"))
      .prepare(),
  );
  return statement.execute({ limit });
}

/** Spelled out, so that the index of these few jobs is seen to fit. */
const onAnyClock = sql`${jobs.clockId} is not null`;

function following(clockId: string | null) {
  return clockId === null ? isNull(jobs.clockId) : eq(jobs.clockId, clockId);
}

/** So that one busy environment does not starve the others. */
function startingAnywhere<T>(list: T[]): T[] {
  const start = Math.floor(Math.random() * list.length);
  return [...list.slice(start), ...list.slice(0, start)];
}

async function waiting({ environmentId, clockId }: Line, untilMs: number, limit: number): Promise<Job[]> {
  const handle = await globalReader();
  const statement = handle.prepared(`waiting jobs ${clockId === null ? "" : "on a clock"}`, (db) =>
    db
      .select()
      .from(jobs)
      .where(
        and(
          eq(jobs.state, "waiting"),
          eq(jobs.environmentId, sql.placeholder("environmentId")),
          clockId === null
            ? isNull(jobs.clockId)
            : and(onAnyClock, eq(jobs.clockId, sql.placeholder("clockId"))),
          lte(jobs.runAt, sql.placeholder("until")),
        ),
      )
      .orderBy(asc(jobs.runAt), asc(jobs.id))
      .limit(sql.placeholder("limit"))
      .prepare(),
  );
  return statement.execute({ environmentId, clockId, until: untilMs, limit });
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
