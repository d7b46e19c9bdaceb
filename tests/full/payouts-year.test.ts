import { and, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { balanceTransactions, payouts } from "#db/schema/index";
import { reader } from "#db/transaction";
import { updateBalanceSettings } from "#lib/balance-settings/update-balance-settings";
import { isDomainError } from "#lib/errors";
import { resumePayouts } from "#lib/payouts/resume-payouts";
import { refundPayment } from "#lib/refunds/refund-payment";
import { createTopup } from "#lib/topups/create-topup";
import { verifyAll } from "#lib/verify/verify-all";
import { aPayment, expectLedgerToBalance } from "#tests/support/money";
import { aBankAccount, aBusinessWithMoney, daysLater, held } from "#tests/support/payouts";
import type { World } from "#tests/support/world";

const days = 365;
const currencies = ["usd", "eur"] as const;

/** What each quarter of the year pays out by. */
const schedules: Parameters<typeof updateBalanceSettings>[1][] = [
  { interval: "daily" },
  { interval: "weekly", weekdays: ["tuesday", "friday"] },
  { interval: "monthly", monthDays: [1, 15] },
  { interval: "daily", minimumBalances: { usd: 5_000 } },
];

test("a year of payouts, day by day: each reconciles, and the bank has what the ledger says", async () => {
  let world = await aBusinessWithMoney({ country: "US", currency: "usd", automatic: "daily", amount: 0 });
  await aBankAccount(world.viewer, { number: "DE89370400440532013000", country: "DE", currency: "eur" });
  const bad = { from: 40, bank: "" };
  const paid: string[] = [];
  for (let day = 0; day < days; day++) {
    const schedule = schedules[Math.floor((day * schedules.length) / days)];
    if (schedule && day % 91 === 0) await updateBalanceSettings(world.viewer, schedule);
    if (day === bad.from) {
      bad.bank = (await aBankAccount(world.viewer, { number: "000111111116", byDefault: true })).id;
    }
    if (day === bad.from + 20) {
      await aBankAccount(world.viewer, { byDefault: true });
      await resumePayouts(world.viewer, bad.bank);
    }
    await trade(world, day, paid);
    world = await daysLater(world, 1);
  }
  await updateBalanceSettings(world.viewer, { interval: "daily", minimumBalances: { usd: 0 } });
  world = await daysLater(world, 20);
  await expectYearToAddUp(world);
});

/** A day of business, the same each time: payments of two currencies, refunds, a dispute, a top-up. */
async function trade({ viewer }: World, day: number, paid: string[]): Promise<void> {
  for (const [at, currency] of currencies.entries()) {
    if ((day + at) % 5 === 0) continue;
    const amount = 1_000 + ((day * 7919 + at * 104_729) % 40_000);
    const paymentMethodId = day % 45 === 3 ? "pm_card_createDispute" : "pm_card_us";
    paid.push((await aPayment(viewer, { amount, currency, paymentMethodId })).id);
  }
  if (day % 6 === 1) {
    const paymentId = paid[(day * 31) % paid.length] ?? "";
    await refundPayment(viewer, { paymentId, amount: 500 }).catch((error: unknown) => {
      if (!isDomainError(error)) throw error;
    });
  }
  if (day % 60 === 30) await createTopup(viewer, { amount: 12_345, currency: "usd" });
}

async function expectYearToAddUp({ viewer }: World): Promise<void> {
  await expectLedgerToBalance(viewer);
  expect((await verifyAll()).problems).toEqual([]);
  const { db, environmentId } = await reader(viewer);
  const made = await db.select().from(payouts).where(eq(payouts.environmentId, environmentId));
  expect(made.length).toBeGreaterThan(100);
  expect(new Set(made.map(({ status }) => status))).toEqual(new Set(["paid", "failed"]));
  for (const payout of made) {
    const lines = await db
      .select()
      .from(balanceTransactions)
      .where(
        and(
          eq(balanceTransactions.environmentId, environmentId),
          eq(balanceTransactions.payoutId, payout.id),
        ),
      );
    const others = lines.filter(({ id }) => id !== payout.balanceTransactionId);
    expect(others.reduce((sum, { net }) => sum + net, 0)).toBe(payout.amount);
  }
  for (const currency of currencies) {
    const arrived = made.filter((each) => each.status === "paid" && each.currency === currency);
    const toppedUp = currency === "usd" ? 12_345 * 6 : 0;
    const sum = arrived.reduce((total, { amount }) => total + amount, 0);
    expect(arrived.length).toBeGreaterThan(50);
    expect(await held(viewer, "inTransit", currency)).toBe(0);
    expect(await held(viewer, "bank", currency)).toBe(sum - toppedUp);
  }
}
