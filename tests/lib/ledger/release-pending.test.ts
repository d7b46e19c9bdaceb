import { and, eq } from "drizzle-orm";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { insert } from "#db/rows";
import { balanceTransactions, events } from "#db/schema/index";
import { reader, transaction } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { day } from "#lib/clock";
import { ledgerAccounts } from "#lib/ledger/accounts";
import { getBalance } from "#lib/ledger/get-balance";
import { post } from "#lib/ledger/post";
import { releasePending } from "#lib/ledger/release-pending";
import { refundTransaction } from "#lib/ledger/transactions";
import { getPayment } from "#lib/payments/queries";
import { processor } from "#lib/processors/index";
import { cancelRefund } from "#lib/refunds/cancel-refund";
import { fundRefunds } from "#lib/refunds/fund-refunds";
import { getRefund } from "#lib/refunds/queries";
import { refundPayment } from "#lib/refunds/refund-payment";
import { aPayment, expectLedgerToBalance } from "#tests/support/money";
import { aWorld, later, type World } from "#tests/support/world";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});

const balance = async () => {
  const { available, pending } = await getBalance(world.viewer);
  return { available: available[0]?.amount, pending: pending[0]?.amount };
};

describe("pending money", () => {
  test("becomes available when it is due, less what refunds took of it before", async () => {
    const first = await aPayment(world.viewer, { amount: 10_000 });
    await aPayment(world.viewer, { amount: 10_000 });
    const before = await balance();
    expect(before.available).toBe(0);

    await refundPayment(world.viewer, { paymentId: first.id, amount: 4000 });
    expect(await balance()).toEqual({ available: 0, pending: Number(before.pending) - 4000 });
    await releasePending(later(world.viewer, 10 * day));
    expect(await balance()).toEqual({ available: Number(before.pending) - 4000, pending: 0 });
    await expectLedgerToBalance(world.viewer);
  });

  test("that became available is told once a release", async () => {
    const { db } = await reader(world.viewer);
    const told = await db
      .select({ data: events.data })
      .from(events)
      .where(and(eq(events.environmentId, world.environment.id), eq(events.type, "balance.available")));
    expect(told).toHaveLength(1);
    expect(told[0]?.data).toMatchObject({ object: "balance", livemode: false });
    await releasePending(later(world.viewer, 11 * day));
    expect(await db.$count(events, eq(events.type, "balance.available"))).toBe(1);
  });
});

describe("a refund", () => {
  test("of the whole of a first payment is sent: what the merchant then owes is the fee", async () => {
    const young = await aWorld();
    const payment = await aPayment(young.viewer, { amount: 5000 });
    expect(await refundPayment(young.viewer, { paymentId: payment.id })).toMatchObject({
      status: "succeeded",
    });
    const { available, pending } = await getBalance(young.viewer);
    expect([available[0]?.amount, pending[0]?.amount]).toEqual([-188, 0]); // 3.25% and 0.25 of 50.00: the card is American
    await expectLedgerToBalance(young.viewer);
  });

  test("beyond what was not paid out waits, and is sent when there is enough", async () => {
    const poor = await aWorld();
    const payment = await aPayment(poor.viewer, { amount: 5000 });
    await releasePending(later(poor.viewer, 10 * day));
    await payOut(poor.viewer, 4000);
    const refund = await refundPayment(poor.viewer, { paymentId: payment.id });
    expect(refund).toMatchObject({ status: "pending", pendingReason: "insufficient_funds" });
    expect(await getPayment(poor.viewer, payment.id)).toMatchObject({ paymentStatus: "refund_pending" });
    await expectLedgerToBalance(poor.viewer);

    await aPayment(poor.viewer, { amount: 5000 });
    await fundRefunds(poor.viewer);
    expect(await getRefund(poor.viewer, refund.id)).toMatchObject({
      status: "succeeded",
      pendingReason: null,
    });
    expect(await getPayment(poor.viewer, payment.id)).toMatchObject({ paymentStatus: "refunded" });
    await expectLedgerToBalance(poor.viewer);
    expect(await announcementsOf(poor.viewer, refund.id)).toBe(1);
  });

  test("and was canceled while those before it were sent stays canceled", async () => {
    const poor = await aWorld();
    const payment = await aPayment(poor.viewer, { amount: 5000 });
    await releasePending(later(poor.viewer, 10 * day));
    await payOut(poor.viewer, 4000);
    const first = await refundPayment(poor.viewer, { paymentId: payment.id, amount: 2500 });
    const second = await refundPayment(later(poor.viewer, 1), { paymentId: payment.id, amount: 2500 });
    await aPayment(poor.viewer, { amount: 9000 });

    const network = processor();
    const refund = network.refund.bind(network);
    vi.spyOn(network, "refund").mockImplementationOnce(async (request) => {
      await cancelRefund(poor.viewer, second.id);
      return refund(request);
    });
    await fundRefunds(poor.viewer);
    expect(await getRefund(poor.viewer, first.id)).toMatchObject({ status: "succeeded" });
    expect(await getRefund(poor.viewer, second.id)).toMatchObject({
      status: "canceled",
      balanceTransactionId: null,
    });
    await expectLedgerToBalance(poor.viewer);
  });
});

async function announcementsOf(viewer: Viewer, refundId: string): Promise<number> {
  const { db } = await reader(viewer);
  const announced = and(eq(events.objectId, refundId), eq(events.type, "refund.created"));
  return (
    await db
      .select()
      .from(events)
      .where(and(eq(events.environmentId, viewer.environmentId), announced))
  ).length;
}

/** Money leaves for the merchant's bank. */
function payOut(viewer: Viewer, amount: number): Promise<void> {
  return transaction(viewer, async (tx) => {
    const common = { now: tx.now, sourceId: "po_test", description: null, exchangeRate: null };
    const out = refundTransaction({ ...common, settled: { amount, currency: "eur" }, type: "refund" });
    const { id } = await insert(tx, balanceTransactions, {
      ...out,
      type: "payout",
      reportingCategory: "payout",
    });
    const posting = { from: ledgerAccounts.available, to: ledgerAccounts.network, amount, currency: "eur" };
    await post(tx, [posting], { sourceId: "po_test", balanceTransactionId: id });
  });
}
