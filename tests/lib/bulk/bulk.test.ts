import { beforeAll, describe, expect, test } from "vitest";
import { change } from "#db/rows";
import type { BulkAct } from "#db/schema/bulk";
import { paymentIntents } from "#db/schema/index";
import { transaction } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { decideApproval } from "#lib/approvals/decide-approval";
import { setLimits } from "#lib/approvals/set-limits";
import { cancelRun, pauseRun, resumeRun, startRun } from "#lib/bulk/change-run";
import { createRun } from "#lib/bulk/create-run";
import { getRun, rowsOfRun } from "#lib/bulk/queries";
import { runReport } from "#lib/bulk/run-report";
import { minute } from "#lib/clock";
import { adjustBalance } from "#lib/customer-balance/adjust-balance";
import { createCustomer } from "#lib/customers/create-customer";
import { getCustomer } from "#lib/customers/queries";
import { runDueJobs } from "#lib/jobs/run-due";
import { selectRows } from "#lib/lists/selections/select-rows";
import { listMails } from "#lib/mail/queries";
import { findPayment } from "#lib/payments/find-payment";
import { getPayment } from "#lib/payments/queries";
import { refundPayment } from "#lib/refunds/refund-payment";
import { verifyAll } from "#lib/verify/verify-all";
import { aPayment, expectLedgerToBalance } from "#tests/support/money";
import { aMember } from "#tests/support/team";
import { aWorld, type World } from "#tests/support/world";

const refundAll: BulkAct = { act: "refund", share: { all: true }, reason: "duplicate", note: null };
const paid = { paymentMethodId: "pm_card_bypassPending" };

let world: World;
let viewer: Viewer;
beforeAll(async () => {
  world = await aWorld();
  ({ viewer } = await aMember(world, ["analyst"]));
});

const select = (ids: string[], by = viewer) =>
  selectRows(by, { list: "payments", ids, seen: [], earlier: null, matching: null });
const work = ({ environment }: World = world) =>
  runDueJobs(environment, Date.now() + environment.clockOffset);

async function ready(act: BulkAct, ids: string[]): Promise<string> {
  const { id } = await createRun(viewer, { selection: (await select(ids)).id, act });
  await work();
  return id;
}

describe("a bulk run", () => {
  test("refunds each selected payment once, after a confirmation that knows the money", async () => {
    const eur = await aPayment(viewer, { ...paid, amount: 3000 });
    const part = await aPayment(viewer, { ...paid, amount: 2000 });
    await refundPayment(viewer, { paymentId: part.id, amount: 500 });
    const jpy = await aPayment(viewer, { ...paid, amount: 700, currency: "jpy" });
    const gone = await aPayment(viewer, { ...paid, amount: 900 });
    await refundPayment(viewer, { paymentId: gone.id });

    const id = await ready(refundAll, [eur.id, part.id, jpy.id, gone.id, eur.id]);
    const { run, troubles } = await getRun(viewer, id);
    expect(run).toMatchObject({ state: "ready", total: 4, leftOut: 1, done: 0 });
    expect(run.amounts).toEqual([
      { currency: "eur", count: 2, amount: 4500 },
      { currency: "jpy", count: 1, amount: 700 },
    ]);
    expect(troubles).toMatchObject([{ objectId: gone.id, code: "already_refunded" }]);
    expect((await getPayment(viewer, eur.id)).amountRefunded).toBe(0);

    await startRun(viewer, id);
    await work();
    expect((await getRun(viewer, id)).run).toMatchObject({ state: "finished", done: 3, failed: 0 });
    for (const [payment, amount] of [
      [eur, 3000],
      [part, 2000],
      [jpy, 700],
    ] as const) {
      expect((await getPayment(viewer, payment.id)).amountRefunded).toBe(amount);
    }
    await expectLedgerToBalance(viewer);
    expect((await verifyAll()).problems).toEqual([]);
  });

  test("takes a percentage of what was captured, or an amount in its currency", async () => {
    const one = await aPayment(viewer, { ...paid, amount: 1005 });
    const other = await aPayment(viewer, { ...paid, amount: 400, currency: "jpy" });
    const half = { ...refundAll, share: { percent: "50" } };
    const percent = await getRun(viewer, await ready(half, [one.id, other.id]));
    expect(percent.run.amounts).toEqual([
      { currency: "eur", count: 1, amount: 503 },
      { currency: "jpy", count: 1, amount: 200 },
    ]);
    const fixed = { ...refundAll, share: { amount: 800, currency: "eur" } };
    const amount = await getRun(viewer, await ready(fixed, [one.id, other.id]));
    expect(amount.run.amounts).toEqual([{ currency: "eur", count: 1, amount: 800 }]);
    expect(amount.troubles).toMatchObject([{ objectId: other.id, code: "other_currency" }]);
  });

  test("takes all that matched, and nothing that came later", async () => {
    const own = await aWorld();
    const { viewer: analyst } = await aMember(own, ["analyst"]);
    const first = await aPayment(analyst, { ...paid, amount: 1100 });
    await aPayment(analyst, { ...paid, amount: 1100, currency: "usd" });
    const selection = await selectRows(analyst, {
      list: "payments",
      ids: [],
      seen: [],
      earlier: null,
      matching: "currency=eur&status=succeeded",
    });
    const { id } = await createRun(analyst, { selection: selection.id, act: refundAll });
    await work(own);
    await aPayment(analyst, { ...paid, amount: 1100 });
    await startRun(analyst, id);
    await work(own);
    expect(await rowsOf(analyst, id)).toMatchObject([{ objectId: first.id, state: "done" }]);
  });

  test("sends each receipt to the payment's address, and gives metadata", async () => {
    const known = await aPayment(viewer, { ...paid, receiptEmail: "lea@example.com" });
    const guest = await aPayment(viewer, paid);
    const receipts = await ready({ act: "receipt" }, [known.id, guest.id]);
    await startRun(viewer, receipts);
    await work();
    const { run, troubles } = await getRun(viewer, receipts);
    expect(run).toMatchObject({ state: "finished", done: 1, leftOut: 1 });
    expect(troubles).toMatchObject([{ objectId: guest.id, code: "no_address" }]);
    const { rows } = await listMails({ ...world.viewer, door: "operator" }, { limit: 10 });
    expect(rows.filter(({ to }) => to === "lea@example.com")).toHaveLength(1);

    const metadata = await ready({ act: "metadata", metadata: { campaign: "spring" } }, [known.id, guest.id]);
    await startRun(viewer, metadata);
    await work();
    expect((await getPayment(viewer, guest.id)).metadata).toMatchObject({ campaign: "spring" });
  });

  test("is paused, resumed and canceled: what has not begun is not done", async () => {
    const payments = await Promise.all(Array.from({ length: 3 }, () => aPayment(viewer, paid)));
    const ids = payments.map(({ id }) => id);
    const id = await ready(refundAll, ids);
    await startRun(viewer, id);
    await pauseRun(viewer, id);
    await work();
    expect((await getRun(viewer, id)).run).toMatchObject({ state: "paused", done: 0 });
    await resumeRun(viewer, id);
    await cancelRun(viewer, id);
    await work();
    expect((await getRun(viewer, id)).run).toMatchObject({ state: "canceled", done: 0 });
    await expect(resumeRun(viewer, id)).rejects.toMatchObject({ facts: { code: "bulk_state" } });
    for (const each of ids) expect((await getPayment(viewer, each)).amountRefunded).toBe(0);
  });

  test("notes a row that can no longer be done, and does the others", async () => {
    const [one, other] = [await aPayment(viewer, paid), await aPayment(viewer, paid)];
    const id = await ready(refundAll, [one.id, other.id]);
    await refundPayment(viewer, { paymentId: one.id });
    await startRun(viewer, id);
    await work();
    expect((await getRun(viewer, id)).run).toMatchObject({ state: "finished", done: 1, failed: 1 });
    const parts: string[] = [];
    for await (const part of runReport(viewer, id)) parts.push(part);
    const lines = parts.join("").trim().split("\r\n");
    expect(lines).toHaveLength(3);
    expect(lines.find((line) => line.startsWith(one.id))).toContain("charge_already_refunded");
    expect(lines.find((line) => line.startsWith(other.id))).toMatch(/,Done,50\.00,EUR,re_/);
  });

  test("comes back to a row that somebody else is at work on", async () => {
    const [one, other] = [await aPayment(viewer, paid), await aPayment(viewer, paid)];
    const occupy = (activeOperationId: string | null) =>
      transaction(viewer, async (tx) => {
        const row = await findPayment(tx, one.id);
        await change(tx, paymentIntents, row, { activeOperationId });
      });
    const act: BulkAct = { act: "metadata", metadata: { shelf: "4" } };
    const id = await ready(act, [one.id, other.id]);
    await startRun(viewer, id);
    await occupy("op_of_somebody");
    await work();
    expect((await getRun(viewer, id)).run).toMatchObject({ state: "running", done: 1, failed: 0 });
    await occupy(null);
    await runDueJobs(world.environment, Date.now() + minute);
    expect((await getRun(viewer, id)).run).toMatchObject({ state: "finished", done: 2, failed: 0 });
    expect((await getPayment(viewer, one.id)).metadata).toEqual(act.metadata);
  });

  test("deletes customers, telling first what credit goes with them; their payments remain", async () => {
    const { viewer: admin } = await aMember(world, ["admin"]);
    const rich = await createCustomer(admin, { name: "Ada" });
    await adjustBalance(admin, { customerId: rich.id, amount: -1250, currency: "eur" });
    const plain = await createCustomer(admin, { name: "Bo" });
    const stays = await createCustomer(admin, { name: "Cy" });
    const payment = await aPayment(admin, { ...paid, customerId: plain.id });
    const choice = { list: "customers", seen: [], earlier: null, matching: null };
    const selection = await selectRows(admin, { ...choice, ids: [rich.id, plain.id] });
    const asked = { selection: selection.id, act: { act: "delete_customer" as const } };
    const { id } = await createRun(admin, asked);
    await work();
    expect((await getRun(admin, id)).run.amounts).toEqual([{ currency: "eur", count: 1, amount: 1250 }]);
    await startRun(admin, id);
    await work();
    expect((await getRun(admin, id)).run).toMatchObject({ state: "finished", total: 2, done: 2 });
    for (const { id: gone } of [rich, plain]) {
      await expect(getCustomer(admin, gone)).rejects.toMatchObject({ facts: { status: 404 } });
    }
    expect((await getCustomer(admin, stays.id)).name).toBe("Cy");
    expect((await getPayment(admin, payment.id)).customerId).toBe(plain.id);
    expect((await verifyAll()).problems).toEqual([]);
    await expect(createRun(admin, { ...asked, act: refundAll })).rejects.toThrow(/customers/);
    const { viewer: clerk } = await aMember(world, ["view_only"]);
    expect(() => createRun(clerk, asked)).toThrow(/customers:delete/);
  });

  test("deletes no customer whose credit is not what was confirmed", async () => {
    const { viewer: admin } = await aMember(world, ["admin"]);
    const credit = { currency: "eur", amount: -1250 };
    const [more, first, spent, same] = await Promise.all(
      ["Ada", "Bo", "Cy", "Di"].map((name) => createCustomer(admin, { name })),
    );
    if (!more || !first || !spent || !same) throw new Error("Not made");
    for (const { id } of [more, spent, same]) await adjustBalance(admin, { ...credit, customerId: id });
    const ids = [more.id, first.id, spent.id, same.id];
    const choice = { list: "customers", seen: [], earlier: null, matching: null };
    const { id: selection } = await selectRows(admin, { ...choice, ids });
    const { id } = await createRun(admin, { selection, act: { act: "delete_customer" } });
    await work();
    for (const { id: customerId } of [more, first]) await adjustBalance(admin, { ...credit, customerId });
    await adjustBalance(admin, { ...credit, amount: 1250, customerId: spent.id });
    await startRun(admin, id);
    await work();
    const { run, troubles } = await getRun(admin, id);
    expect(run).toMatchObject({ state: "finished", done: 1, failed: 3 });
    expect(troubles.map(({ code }) => code)).toEqual(Array(3).fill("balance_changed"));
    expect((await getCustomer(admin, more.id)).balance).toBe(-2500);
    await expect(getCustomer(admin, same.id)).rejects.toMatchObject({ facts: { status: 404 } });
  });

  test("is for who may do the act to one, and goes on in nobody else's name", async () => {
    const payment = await aPayment(viewer, paid);
    const { viewer: onlyReads } = await aMember(world, ["view_only"]);
    const selection = await select([payment.id], onlyReads);
    expect(() => createRun(onlyReads, { selection: selection.id, act: refundAll })).toThrow(/refunds:write/);
    const id = await ready(refundAll, [payment.id]);
    await expect(startRun(onlyReads, id)).rejects.toThrow(/refunds:write/);
    expect((await getRun(onlyReads, id)).run.state).toBe("ready");

    await startRun({ ...viewer, actor: { type: "person", id: "per_gone", name: "Gone" } }, id);
    await work();
    expect((await getRun(viewer, id)).run).toMatchObject({ state: "paused", done: 0 });
  });

  test("beyond its confirmer's limits is asked for once, and made when somebody else approves", async () => {
    const { viewer: limited, person } = await aMember(world, ["analyst"]);
    const { viewer: approver } = await aMember(world, ["admin"]);
    const nothing = { perRefund: null, perDay: null, perCustomer: null, approves: null };
    await setLimits(world.viewer, { kind: "person", id: person.id }, { ...nothing, perRefund: 4000 });
    const [one, other] = [await aPayment(viewer, paid), await aPayment(viewer, paid)];
    const selection = await select([one.id, other.id], limited);
    const { id } = await createRun(limited, { selection: selection.id, act: refundAll });
    await work();
    const { state, approvalId } = await startRun(limited, id);
    expect(state).toBe("asked");
    await work();
    expect((await getPayment(viewer, one.id)).amountRefunded).toBe(0);
    await decideApproval(approver, { approvalId: approvalId ?? "", verdict: "approve", reason: "Agreed" });
    await work();
    for (const { id: each } of [one, other]) {
      expect((await getPayment(viewer, each)).amountRefunded).toBe(5000);
    }
  });

  test("is no other tenant's, nor made of their payments or of a colleague's selection", async () => {
    const stranger = await aWorld();
    const id = await ready(refundAll, [(await aPayment(viewer, paid)).id]);
    await expect(getRun(stranger.viewer, id)).rejects.toMatchObject({ facts: { status: 404 } });
    await expect(cancelRun(stranger.viewer, id)).rejects.toMatchObject({ facts: { status: 404 } });
    const theirs = await aPayment(stranger.viewer, paid);
    expect((await getRun(viewer, await ready(refundAll, [theirs.id]))).run).toMatchObject({ total: 0 });
    const selection = await select(["pi_any"]);
    const asked = { selection: selection.id, act: refundAll };
    await expect(createRun(world.viewer, asked)).rejects.toMatchObject({ facts: { status: 404 } });
  });
});

async function rowsOf(by: Viewer, id: string) {
  const all = [];
  for await (const rows of rowsOfRun(by, id)) all.push(...rows);
  return all;
}
