import { type ChildProcess, spawn } from "node:child_process";
import { afterAll, expect, test } from "vitest";
import { closeDatabase } from "#db/database";
import type { Viewer } from "#lib/auth/viewer";
import { startRun } from "#lib/bulk/change-run";
import { createRun } from "#lib/bulk/create-run";
import { getRun } from "#lib/bulk/queries";
import { listDisputes } from "#lib/disputes/queries";
import { runDueJobs } from "#lib/jobs/run-due";
import { refundList } from "#lib/refunds/list/refund-list";
import { readingOf, readQuery } from "#lib/lists/list-source";
import { selectRows } from "#lib/lists/selections/select-rows";
import { verifyAll } from "#lib/verify/verify-all";
import { aPayment } from "#tests/support/money";
import { aMember } from "#tests/support/team";
import { aWorld } from "#tests/support/world";

const payments = 5000;
/** Rows done, of all, after which the process is killed. */
const killAfter = [300, 1500, 2500, 4000];

let worker: ChildProcess | undefined;
afterAll(() => void worker?.kill("SIGKILL"));

test("a bulk refund killed again and again refunds each payment once", { timeout: 900_000 }, async () => {
  const world = await aWorld();
  const { viewer } = await aMember(world, ["analyst"]);
  for (let made = 0; made < payments; made += 50) {
    await Promise.all(
      Array.from({ length: 50 }, (_, n) =>
        aPayment(viewer, { amount: 1000 + ((made + n) % 700), paymentMethodId: "pm_card_bypassPending" }),
      ),
    );
  }
  const all = { list: "payments", ids: [], seen: [], earlier: null, matching: "" };
  const act = { act: "refund", share: { all: true }, reason: "duplicate", note: null } as const;
  const { id } = await createRun(viewer, { selection: (await selectRows(viewer, all)).id, act });
  await runDueJobs(world.environment, Date.now() + world.environment.clockOffset);
  expect((await getRun(viewer, id)).run).toMatchObject({ state: "ready", total: payments, leftOut: 0 });
  await startRun(viewer, id);
  await closeDatabase(); // the file now belongs to the process that will be killed

  for (const rows of [...killAfter, payments]) await workUntil(viewer, id, { rows, of: payments });

  expect((await getRun(viewer, id)).run).toMatchObject({ state: "finished", done: payments, failed: 0 });
  const refunded = await refundedPayments(viewer);
  expect(refunded).toHaveLength(payments);
  expect(new Set(refunded).size).toBe(payments);
  const { problems } = await verifyAll();
  expect(problems).toEqual([]);
});

test("a bulk acceptance killed half-way accepts each dispute once", { timeout: 600_000 }, async () => {
  const world = await aWorld();
  const { viewer } = await aMember(world, ["dispute_analyst"]);
  const disputes = 300;
  for (let made = 0; made < disputes; made += 50) {
    await Promise.all(
      Array.from({ length: 50 }, () => aPayment(world.viewer, { paymentMethodId: "pm_card_createDispute" })),
    );
  }
  const all = { list: "disputes", ids: [], seen: [], earlier: null, matching: "" };
  const selection = (await selectRows(viewer, all)).id;
  const { id } = await createRun(viewer, { selection, act: { act: "accept_dispute" } });
  await runDueJobs(world.environment, Date.now() + world.environment.clockOffset);
  await startRun(viewer, id);
  await closeDatabase();

  for (const rows of [80, 200, disputes]) await workUntil(viewer, id, { rows, of: disputes });

  expect((await getRun(viewer, id)).run).toMatchObject({ state: "finished", done: disputes, failed: 0 });
  const { rows } = await listDisputes(world.viewer, { limit: disputes }, {});
  expect(rows.filter(({ status, closedBy }) => status === "lost" && closedBy === "acceptance")).toHaveLength(
    disputes,
  );
  expect((await verifyAll()).problems).toEqual([]);
});

/** Lets a process with a job runner work until so many rows are done, then kills it where it stands. */
async function workUntil(viewer: Viewer, id: string, { rows, of }: { rows: number; of: number }) {
  const running = spawn(process.execPath, ["tests/support/job-process.ts"], { stdio: "inherit" });
  worker = running;
  for (;;) {
    const { run } = await getRun(viewer, id);
    if (run.done + run.failed >= rows && (rows < of || run.state === "finished")) break;
    if (running.exitCode !== null) throw new Error("The process with the runner ended");
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  running.kill("SIGKILL");
  await new Promise((resolve) => running.once("exit", resolve));
  await closeDatabase();
}

async function refundedPayments(viewer: Viewer): Promise<string[]> {
  const { query } = readQuery(refundList, {}, readingOf(viewer));
  const { rows } = await refundList.page(viewer, query, {
    direction: "older",
    from: null,
    size: 2 * payments,
  });
  return rows.map(({ payment }) => payment.id);
}
