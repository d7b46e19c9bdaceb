import { sql } from "drizzle-orm";
import { jobs } from "#db/schema/index";
import { shared } from "#db/shared";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { newId } from "#lib/ids";

export type JobPayload = Record<string, unknown>;

interface Handler {
  run(viewer: Viewer, payload: JobPayload): Promise<void>;
  giveUp?(viewer: Viewer, payload: JobPayload): Promise<void>;
}

export interface Chore {
  name: string;
  /** Milliseconds, system clock. */
  interval: number;
  run(): Promise<void>;
}

const registry = shared("jobs.registry", () => ({
  handlers: new Map<string, Handler>(),
  chores: new Map<string, Chore>(),
}));

/** The runner of this process, if it has one, listens here. */
export const bell = shared("jobs.bell", () => ({ ring: () => {} }));

/**
 * Work to be done later, durable with the transaction. `runAt`: milliseconds on the viewer's clock, the environment's
 * or the test clock it hangs on. While a job with the same `uniqueKey` waits in this environment no second one is added; the earlier time counts.
 */
export async function enqueue(
  tx: Tx,
  kind: string,
  payload: JobPayload,
  options: { runAt: number; uniqueKey?: string },
): Promise<void> {
  await tx.prepared("enqueue job", buildInsert).execute({
    id: newId("job", tx.now),
    environmentId: tx.environmentId,
    clockId: tx.viewer.clock?.id ?? null,
    kind,
    payload: jobs.payload.mapToDriverValue(payload),
    runAt: options.runAt,
    uniqueKey: options.uniqueKey === undefined ? null : keyOf(tx, options.uniqueKey),
    createdAt: tx.now,
  });
  if (options.runAt <= tx.now) tx.afterCommit(() => bell.ring());
}

type Does<Payload> = (viewer: Viewer, payload: Payload) => Promise<void>;

/**
 * Says who does jobs of a kind. The handler may be called twice for one job, and throws to be called again later;
 * `giveUp`, which may be called twice too, hears of a job that failed for the last time.
 */
export function on<Payload extends JobPayload>(
  kind: string,
  handler: Does<Payload>,
  giveUp?: Does<Payload>,
): void {
  const shell: { run(viewer: Viewer, payload: Payload): Promise<void> } = {
    run: handler,
    ...(giveUp && { giveUp }),
  };
  registry.handlers.set(kind, shell);
}

/** Housekeeping that the process with the runner does again and again; `interval` in milliseconds. */
export function every(name: string, interval: number, run: () => Promise<void>): void {
  registry.chores.set(name, { name, interval, run });
}

export function handlerOf(kind: string): Handler {
  const handler = registry.handlers.get(kind);
  if (!handler) throw new Error(`Nobody does jobs of the kind ${kind}`);
  return handler;
}

/** Tells who does jobs of a kind, if anybody does, that one failed for the last time. */
export async function giveUp(kind: string, viewer: Viewer, payload: JobPayload): Promise<void> {
  await registry.handlers.get(kind)?.giveUp?.(viewer, payload);
}

export function chores(): Chore[] {
  return [...registry.chores.values()];
}

function keyOf(tx: Tx, uniqueKey: string): string {
  const clock = tx.viewer.clock ? `${tx.viewer.clock.id}:` : "";
  return `${tx.environmentId}:${clock}${uniqueKey}`;
}

function buildInsert(db: Tx["db"]) {
  const given = (name: string) => sql`${sql.placeholder(name)}`;
  return db
    .insert(jobs)
    .values({
      id: given("id"),
      environmentId: given("environmentId"),
      clockId: given("clockId"),
      kind: given("kind"),
      payload: given("payload"),
      runAt: given("runAt"),
      uniqueKey: given("uniqueKey"),
      createdAt: given("createdAt"),
      state: "waiting",
      attempts: 0,
    })
    .onConflictDoUpdate({
      target: jobs.uniqueKey,
      set: {
        runAt: sql`case when excluded.run_at < ${jobs.runAt} then excluded.run_at else ${jobs.runAt} end`,
        state: "waiting",
        attempts: 0,
        leaseUntil: null,
      },
    })
    .prepare();
}
