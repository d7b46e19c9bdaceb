import { eq } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { jobs } from "#db/schema/index";
import { globalReader, globalTransaction, transaction } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { hour, minute } from "#lib/clock";
import { claimDue } from "#lib/jobs/claim";
import { enqueue, every, on } from "#lib/jobs/jobs";
import { runDueJobs } from "#lib/jobs/run-due";
import { startJobs } from "#lib/jobs/runner";
import { aWorld, type World } from "#tests/support/world";

let world: World;
let done: { name: string; at: number }[];
let arrived: () => void;

beforeEach(async () => {
  world = await aWorld();
  done = [];
  arrived = () => {};
  on("test.note", async (viewer: Viewer, { name }: { name: string }) => {
    done.push({ name, at: viewer.now() });
    arrived();
  });
  on("test.fail", async () => {
    throw new Error("the bank is closed");
  });
});

afterEach(() => globalTransaction(async (db) => void (await db.delete(jobs))));

function later(name: string, runAt: number, uniqueKey?: string) {
  return transaction(world.viewer, (tx) => enqueue(tx, "test.note", { name }, { runAt, uniqueKey }));
}

async function rowsOf(kind: string) {
  const { db } = await globalReader();
  return db.select().from(jobs).where(eq(jobs.kind, kind));
}

describe("jobs that are due", () => {
  test("run in the order they are due, each at its time, and are gone", async () => {
    const now = Date.now();
    await later("second", now + 2 * hour);
    await later("first", now + hour);
    await later("not yet", now + 4 * hour);
    const report = await runDueJobs(world.environment, now + 3 * hour);
    expect(report).toEqual({ done: 2, failed: 0 });
    expect(done).toEqual([
      { name: "first", at: now + hour },
      { name: "second", at: now + 2 * hour },
    ]);
    expect((await rowsOf("test.note")).map((row) => row.payload)).toEqual([{ name: "not yet" }]);
  });

  test("may add others that are due on the way", async () => {
    const now = Date.now();
    on("test.chain", (viewer: Viewer) =>
      transaction(viewer, (tx) => enqueue(tx, "test.note", { name: "added" }, { runAt: tx.now + hour })),
    );
    await transaction(world.viewer, (tx) => enqueue(tx, "test.chain", {}, { runAt: now + hour }));
    await runDueJobs(world.environment, now + 3 * hour);
    expect(done).toEqual([{ name: "added", at: now + 2 * hour }]);
  });

  test("of another environment are left alone", async () => {
    const other = await aWorld();
    await later("here", Date.now());
    await runDueJobs(other.environment, Date.now() + hour);
    expect(done).toEqual([]);
  });

  test("vanish with the transaction that wanted them", async () => {
    const failing = transaction(world.viewer, async (tx) => {
      await enqueue(tx, "test.note", { name: "never" }, { runAt: tx.now });
      throw new Error("changed my mind");
    });
    await expect(failing).rejects.toThrow("changed my mind");
    expect(await rowsOf("test.note")).toEqual([]);
  });
});

describe("a unique key", () => {
  test("keeps one waiting job, at the earliest time asked for", async () => {
    const now = Date.now();
    await later("one", now + 2 * hour, "release");
    await later("two", now + hour, "release");
    await later("three", now + 3 * hour, "release");
    const rows = await rowsOf("test.note");
    expect(rows.map((row) => [row.payload, row.runAt])).toEqual([[{ name: "one" }, now + hour]]);
  });

  test("belongs to one environment", async () => {
    const other = await aWorld();
    await later("here", Date.now() + hour, "release");
    await transaction(other.viewer, (tx) =>
      enqueue(tx, "test.note", { name: "there" }, { runAt: tx.now + hour, uniqueKey: "release" }),
    );
    expect(await rowsOf("test.note")).toHaveLength(2);
  });

  test("asked for while its job runs makes another job", async () => {
    await later("one", Date.now() - minute, "release");
    const [running] = await claimDue(8);
    await later("two", Date.now() + hour, "release");
    expect(running?.payload).toEqual({ name: "one" });
    expect((await rowsOf("test.note")).map((row) => row.state).sort()).toEqual(["running", "waiting"]);
  });
});

describe("a job that fails", () => {
  test("says why and is tried again later, each time after a longer wait", async () => {
    const start = Date.now();
    await transaction(world.viewer, (tx) => enqueue(tx, "test.fail", {}, { runAt: start }));
    const waits: number[] = [];
    for (let at = start, round = 0; round < 5; round++) {
      const due = (await rowsOf("test.fail"))[0]?.runAt ?? at;
      at = Math.max(due, Date.now());
      await runDueJobs(world.environment, at);
      const [row] = await rowsOf("test.fail");
      waits.push((row?.runAt ?? 0) - at);
      expect(row).toMatchObject({ state: "waiting", lastError: "Error: the bank is closed" });
    }
    // Half of each wait is chance: the fifth is at least eight seconds, the first at most one and a bit.
    expect(waits[0]).toBeLessThanOrEqual(1100);
    expect(waits[4]).toBeGreaterThanOrEqual(7900);
  });

  test("is given up after twelve attempts, and stays to be seen", async () => {
    await transaction(world.viewer, (tx) => enqueue(tx, "test.fail", {}, { runAt: tx.now }));
    const report = await runDueJobs(world.environment, Date.now() + 48 * hour);
    expect(report.failed).toBe(12);
    const [row] = await rowsOf("test.fail");
    expect(row).toMatchObject({ state: "failed", attempts: 12 });
  });
});

describe("a lease", () => {
  test("keeps a running job from everybody else until it ends", async () => {
    await later("one", Date.now() - minute);
    expect(await claimDue(8)).toHaveLength(1);
    expect(await claimDue(8)).toHaveLength(0);
    await globalTransaction(async (db) => void (await db.update(jobs).set({ leaseUntil: Date.now() - 1 })));
    const [taken] = await claimDue(8);
    expect(taken).toMatchObject({ payload: { name: "one" }, attempts: 2 });
  });
});

describe("the runner", () => {
  test("begins at once with what is due when its transaction commits", async () => {
    const runner = startJobs();
    const ran = new Promise<void>((resolve) => (arrived = resolve));
    await later("now", Date.now());
    await ran;
    await runner.stop();
    expect(done.map(({ name }) => name)).toEqual(["now"]);
    expect(await rowsOf("test.note")).toEqual([]);
  });

  test("finishes what runs before it stops, and begins nothing after", async () => {
    let release = () => {};
    const started = new Promise<void>((resolve) => {
      on("test.slow", async () => {
        resolve();
        await new Promise<void>((go) => (release = go));
        done.push({ name: "slow", at: 0 });
      });
    });
    const runner = startJobs();
    await transaction(world.viewer, (tx) => enqueue(tx, "test.slow", {}, { runAt: tx.now }));
    await started;
    const stopped = runner.stop();
    release();
    await stopped;
    await later("too late", Date.now());
    expect(done.map(({ name }) => name)).toEqual(["slow"]);
    expect(await rowsOf("test.note")).toHaveLength(1);
  });

  test("does housekeeping again and again, even after it failed, and never twice at once", async () => {
    let begun = 0;
    let together = 0;
    let most = 0;
    const thrice = new Promise<void>((resolve) => {
      every("test.chore", 2, async () => {
        most = Math.max(most, ++together);
        await new Promise((turn) => setImmediate(turn));
        together--;
        if (++begun === 3) resolve();
        throw new Error("not today");
      });
    });
    const runner = startJobs();
    await thrice;
    await runner.stop();
    expect(most).toBe(1);
  });
});
