import { AsyncLocalStorage } from "node:async_hooks";
import type { Connection } from "./engine.ts";

/**
 * How many transactions one COMMIT may end, and for how long at most those that wait already are taken into it. Payments
 * change the same pages, the newest of each table and index, and a COMMIT writes each of them once: the more end together,
 * the less.
 */
const groupSize = 64;
const groupMilliseconds = 10;

interface Member {
  run(connection: Connection): Promise<unknown>;
  resolve(value: unknown): void;
  reject(error: unknown): void;
}

type Execute = (statement: string) => void;
type Outcome = { ok: true; value: unknown } | { ok: false; error: unknown };

/**
 * The single writer. Queued transactions run one after another inside one BEGIN … COMMIT, because the wait for the
 * disk costs more than their work; nobody is answered before the COMMIT. Each but the first is a savepoint: before the
 * first there is nothing to keep, and a savepoint has SQLite copy every page that is about to change.
 */
export function createWriter(connection: Connection, execute: Execute) {
  const queue: Member[] = [];
  let working: Promise<void> | undefined;

  async function work(): Promise<void> {
    while (queue.length > 0) {
      await runGroup();
      // Let sockets and timers have their turn: what arrives meanwhile forms the next group.
      await new Promise((resolve) => setImmediate(resolve));
    }
    working = undefined;
  }

  async function runGroup(): Promise<void> {
    const members: Member[] = [];
    const outcomes: Outcome[] = [];
    const deadline = performance.now() + groupMilliseconds;
    try {
      execute("BEGIN IMMEDIATE");
    } catch (error) {
      queue.shift()?.reject(error);
      return;
    }
    while (queue.length > 0 && members.length < groupSize && performance.now() < deadline) {
      const member = queue.shift();
      if (!member) break;
      const isFirst = members.length === 0;
      members.push(member);
      const outcome = await attempt(() =>
        isFirst ? member.run(connection) : connection.savepoint((inner) => member.run(inner)),
      );
      outcomes.push(outcome);
      if (isFirst && !outcome.ok) {
        rollback(execute);
        return settle(members, outcomes);
      }
    }
    try {
      execute("COMMIT");
      settle(members, outcomes);
    } catch {
      rollback(execute);
      for (const member of members) await runAlone(member, connection, execute);
    }
  }

  return {
    run<T>(body: (connection: Connection) => Promise<T>): Promise<T> {
      const inContext = AsyncLocalStorage.snapshot();
      return new Promise<T>((resolve, reject) => {
        queue.push({
          run: (inner) => inContext(() => watched(body(inner))),
          resolve: (value) => resolve(value as T),
          reject,
        });
        working ??= work();
      });
    },
    async drain(): Promise<void> {
      while (working) await working;
    },
  };
}

/** After a failed group: each member by itself, so that one full disk or bad page fails only whom it must. */
async function runAlone(member: Member, connection: Connection, execute: Execute): Promise<void> {
  try {
    execute("BEGIN IMMEDIATE");
    const value = await member.run(connection);
    execute("COMMIT");
    member.resolve(value);
  } catch (error) {
    rollback(execute);
    member.reject(error);
  }
}

function rollback(execute: Execute): void {
  try {
    execute("ROLLBACK");
  } catch {
    // Some errors (disk full) have ended the transaction already.
  }
}

async function attempt(run: () => Promise<unknown>): Promise<Outcome> {
  try {
    return { ok: true, value: await run() };
  } catch (error) {
    return { ok: false, error };
  }
}

function settle(members: Member[], outcomes: Outcome[]): void {
  members.forEach((member, position) => {
    const outcome = outcomes[position];
    if (outcome?.ok) member.resolve(outcome.value);
    else member.reject(outcome?.error);
  });
}

/**
 * A transaction awaits nothing but the database, which answers within microtasks: if the event loop turned
 * meanwhile, everybody else waited for a network or a timer. Said loudly, because it works by day and fails by load.
 */
async function watched<T>(running: Promise<T>): Promise<T> {
  let turned = false;
  const watchdog = setImmediate(() => (turned = true));
  try {
    return await running;
  } finally {
    clearImmediate(watchdog);
    if (turned)
      process.emitWarning("A transaction awaited something other than the database", "ComptoirWriter");
  }
}
