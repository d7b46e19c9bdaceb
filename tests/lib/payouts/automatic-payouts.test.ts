import { describe, expect, test } from "vitest";
import { transaction } from "#db/transaction";
import { listDisputes } from "#lib/disputes/queries";
import { updateDispute } from "#lib/disputes/update-dispute";
import { listPayouts } from "#lib/payouts/queries";
import { payoutLines } from "#lib/payouts/payout-lines";
import { resumePayouts } from "#lib/payouts/resume-payouts";
import { getBalance } from "#lib/ledger/get-balance";
import { updateBalanceSettings } from "#lib/balance-settings/update-balance-settings";
import { failRefund } from "#lib/refunds/fail-refund";
import { refundPayment } from "#lib/refunds/refund-payment";
import { createTopup } from "#lib/topups/create-topup";
import { verifyAll } from "#lib/verify/verify-all";
import { aPayment, expectLedgerToBalance } from "#tests/support/money";
import { aBankAccount, aBusinessWithMoney, daysLater, held, money, movedTo } from "#tests/support/payouts";
import type { World } from "#tests/support/world";

async function payoutsOf({ viewer }: World) {
  return (await listPayouts(viewer, { limit: 100 })).rows;
}

async function expectAllToAddUp(world: World): Promise<void> {
  await expectLedgerToBalance(world.viewer);
  for (const payout of await payoutsOf(world)) {
    if (!payout.automatic) continue;
    const lines = await payoutLines(world.viewer, payout.id, { limit: 100 });
    const own = lines.rows.filter(({ id }) => id === payout.balanceTransactionId);
    const others = lines.rows.filter(({ id }) => id !== payout.balanceTransactionId);
    expect(own).toHaveLength(1);
    expect(others.reduce((sum, { net }) => sum + net, 0)).toBe(payout.amount);
  }
  expect((await verifyAll()).problems).toEqual([]);
}

describe("the schedule", () => {
  test("pays out each business day what has become available, and says of what it consists", async () => {
    const world = await aBusinessWithMoney({ automatic: "daily", amount: 20_000 });
    const { id } = await aPayment(world.viewer, { amount: 30_000 });
    await refundPayment(world.viewer, { paymentId: id, amount: 10_000 });
    const next = await daysLater(world, 1);
    const [first] = await payoutsOf(next);
    expect(first).toMatchObject({ automatic: true, status: "in_transit", arrivalDate: Date.UTC(2031, 6, 3) });
    expect(await held(next.viewer, "available")).toBe(0);
    const later = await daysLater(next, 8);
    expect((await payoutsOf(later)).map(({ status }) => status)).toEqual(["paid", "paid"]);
    expect(await held(later.viewer, "available")).toBe(0);
    expect(await held(later.viewer, "pending")).toBe(0);
    await expectAllToAddUp(later);
  });

  test("does nothing at the weekend, nor when it was changed to by hand in the meantime", async () => {
    const world = await aBusinessWithMoney({ automatic: "daily", amount: 20_000 });
    await updateBalanceSettings(world.viewer, { interval: "manual" });
    const later = await daysLater(world, 10);
    expect(await payoutsOf(later)).toEqual([]);
    await updateBalanceSettings(later.viewer, { interval: "weekly", weekdays: ["wednesday"] });
    const wednesday = await movedTo(later, Date.UTC(2031, 6, 16, 1));
    expect(await payoutsOf(wednesday)).toHaveLength(1);
    await expectAllToAddUp(wednesday);
  });

  test("leaves the minimum behind, and adds up all the same", async () => {
    const world = await aBusinessWithMoney({ automatic: "daily", amount: 20_000 });
    await updateBalanceSettings(world.viewer, { minimumBalances: { eur: 5_000 } });
    const next = await daysLater(world, 1);
    expect(await held(next.viewer, "available")).toBe(5_000);
    await money(next.viewer, 1_000);
    const later = await daysLater(next, 1);
    expect(await held(later.viewer, "available")).toBe(5_000);
    expect(await payoutsOf(later)).toHaveLength(2);
    await expectAllToAddUp(later);
  });

  test("stops after a failure, and takes the money up again when it is resumed", async () => {
    const world = await aBusinessWithMoney({ country: "US", currency: "usd", automatic: "daily" });
    const bank = await aBankAccount(world.viewer, { number: "000111111116", byDefault: true });
    const failed = await daysLater(world, 6);
    expect((await payoutsOf(failed)).map(({ status }) => status)).toEqual(["failed"]);
    await aBankAccount(failed.viewer, { byDefault: true });
    await resumePayouts(failed.viewer, bank.id);
    const later = await daysLater(failed, 3);
    expect((await payoutsOf(later)).map(({ status }) => status)).toEqual(["paid", "failed"]);
    expect(await held(later.viewer, "available")).toBe(0);
    await expectAllToAddUp(later);
  });

  test("debits the bank for a balance below zero that nothing is on its way to cover", async () => {
    const world = await aBusinessWithMoney({ automatic: "daily", amount: 0 });
    const { id } = await aPayment(world.viewer, { amount: 10_000 });
    await refundPayment(world.viewer, { paymentId: id });
    const owed = (await getBalance(world.viewer)).available[0]?.amount ?? 0;
    expect(owed).toBeLessThan(0);
    const later = await daysLater(world, 9);
    expect(await payoutsOf(later)).toMatchObject([{ amount: owed, status: "paid", automatic: true }]);
    expect(await held(later.viewer, "available")).toBe(0);
    expect(await held(later.viewer, "bank")).toBe(owed);
    await expectAllToAddUp(later);
  });

  test("pays out and debits what moves on a quiet day, with no payment to remind of it", async () => {
    const world = await aBusinessWithMoney({ country: "US", currency: "usd", automatic: "daily", amount: 0 });
    await createTopup(world.viewer, { amount: 700, currency: "usd", source: "btok_us_verified_dispute" });
    const later = await daysLater(world, 14);
    expect((await payoutsOf(later)).map(({ amount }) => amount)).toEqual([-700, 700]);
    expect(await held(later.viewer, "available")).toBe(0);
    await expectAllToAddUp(later);
  });

  test("pays out what a won dispute brings back", async () => {
    const world = await aBusinessWithMoney({ automatic: "daily", amount: 0 });
    await aPayment(world.viewer, { amount: 20_000, paymentMethodId: "pm_card_createDispute" });
    const quiet = await daysLater(world, 7);
    expect(await held(quiet.viewer, "available")).toBe(0);
    const [dispute] = (await listDisputes(quiet.viewer, { limit: 1 }, {})).rows;
    const evidence = { uncategorized_text: "winning_evidence" };
    await updateDispute(quiet.viewer, dispute?.id ?? "", { evidence, submit: true });
    const won = await daysLater(quiet, 4);
    expect(await held(won.viewer, "available")).toBe(0);
    expect((await payoutsOf(won))[0]).toMatchObject({ amount: 20_000, status: "paid" });
    await expectAllToAddUp(won);
  });

  test("debits what a refund owes, and pays out what it brings back when it fails", async () => {
    const world = await aBusinessWithMoney({ automatic: "daily", amount: 0 });
    const { id } = await aPayment(world.viewer, { amount: 20_000 });
    const quiet = await daysLater(world, 9);
    const refund = await refundPayment(quiet.viewer, { paymentId: id, amount: 100 });
    const debited = await daysLater(quiet, 4);
    expect((await payoutsOf(debited))[0]).toMatchObject({ amount: -100, status: "paid" });
    await transaction(debited.viewer, (tx) => failRefund(tx, refund, "expired_or_canceled_card"));
    const later = await daysLater(debited, 5);
    expect((await payoutsOf(later))[0]).toMatchObject({ amount: 100, status: "paid" });
    expect(await held(later.viewer, "available")).toBe(0);
    await expectAllToAddUp(later);
  });
});
