import { expect, test } from "vitest";
import type { Viewer } from "#lib/auth/viewer";
import { updateBalanceSettings } from "#lib/balance-settings/update-balance-settings";
import { listDisputes } from "#lib/disputes/queries";
import { updateDispute } from "#lib/disputes/update-dispute";
import { latestLines } from "#lib/ledger/list/activity-list";
import { readingOf } from "#lib/lists/list-source";
import { sumList } from "#lib/lists/sum-list";
import { fromWords } from "#lib/lists/words";
import { balanceOverview } from "#lib/payouts/balance-overview";
import { payoutCsv } from "#lib/payouts/payout-csv";
import { payoutSummary } from "#lib/payouts/payout-summary";
import { listPayouts } from "#lib/payouts/queries";
import { resumePayouts } from "#lib/payouts/resume-payouts";
import { refundPayment } from "#lib/refunds/refund-payment";
import { aPayment } from "#tests/support/money";
import { aBankAccount, aBusinessWithMoney, daysLater } from "#tests/support/payouts";
import { aWorld } from "#tests/support/world";

test("the overview says when all that is pending becomes available, less what refunds took of it", async () => {
  const world = await aBusinessWithMoney({ automatic: "daily", amount: 0 });
  const { id } = await aPayment(world.viewer, { amount: 10_000 });
  await aPayment(await daysLater(world, 1).then(({ viewer }) => viewer), { amount: 20_000 });
  await refundPayment(world.viewer, { paymentId: id, amount: 4_000 });
  const { currencies, nextPayoutAt } = await balanceOverview(world.viewer);
  const [own] = currencies;
  expect(own?.calendar.map(({ at }) => new Date(at).toISOString().slice(0, 10))).toEqual([
    "2031-07-04",
    "2031-07-07",
  ]);
  expect(own?.calendar.reduce((sum, { amount }) => sum + amount, 0)).toBe(own?.pending);
  expect(nextPayoutAt).toBe(Date.UTC(2031, 6, 2, 0, 10));
});

test("the overview names no day for the next payout while there is no bank account to send it to", async () => {
  const world = await aBusinessWithMoney({ country: "US", currency: "usd", automatic: "daily" });
  const bank = await aBankAccount(world.viewer, { number: "000111111116", byDefault: true });
  const { viewer } = await daysLater(world, 6);
  expect(await balanceOverview(viewer)).toMatchObject({ nextPayoutAt: null, isStopped: true });
  await updateBalanceSettings(viewer, { interval: "manual" });
  expect(await balanceOverview(viewer)).toMatchObject({ nextPayoutAt: null, isStopped: false });
  await updateBalanceSettings(viewer, { interval: "daily" });
  await resumePayouts(viewer, bank.id);
  const resumed = await balanceOverview(viewer);
  expect(resumed).toMatchObject({ nextPayoutAt: Date.UTC(2031, 6, 8, 0, 10), isStopped: false });
});

/** What the lines that an address leads to come to. */
function totals(viewer: Viewer, words: string) {
  return sumList(viewer, { list: "activity", address: fromWords(words), reading: readingOf(viewer) });
}

test("the overview says what open disputes took, in the currency in which it comes back when they are won", async () => {
  const world = await aBusinessWithMoney();
  const overview = async () => (await balanceOverview(world.viewer)).currencies;
  expect(await overview()).toMatchObject([{ currency: "eur", reserved: 0 }]);
  await aPayment(world.viewer, { paymentMethodId: "pm_card_createDispute", amount: 3_000, currency: "usd" });
  const [open, ...others] = await overview();
  expect(others).toEqual([]);
  const [dispute] = (await listDisputes(world.viewer, { limit: 1 }, {})).rows;
  const uncategorized_text = "winning_evidence";
  await updateDispute(world.viewer, dispute?.id ?? "", { evidence: { uncategorized_text }, submit: true });
  await daysLater(world, 90);
  const [won] = await overview();
  expect(won).toMatchObject({ reserved: 0, pending: 0 });
  expect(open?.reserved).toBeGreaterThan(0);
  expect(won?.available).toBe((open?.available ?? 0) + (open?.pending ?? 0) + (open?.reserved ?? 0));
});

test("a payout is summed up by kind to its amount, and its lines are a file that adds up to nothing", async () => {
  const world = await aBusinessWithMoney({ automatic: "daily", amount: 20_000 });
  const { id } = await aPayment(world.viewer, {
    amount: 5_000,
    paymentMethodId: "pm_card_bypassPending",
    description: '=1+1, "quoted"',
  });
  await refundPayment(world.viewer, { paymentId: id });
  const later = await daysLater(world, 1);
  const [payout] = (await listPayouts(later.viewer, { limit: 1 })).rows;
  const summary = await payoutSummary(later.viewer, payout?.id ?? "");
  expect(summary.map(({ category, count }) => [category, count])).toEqual([
    ["charge", 2],
    ["refund", 1],
    [null, 3],
  ]);
  expect(summary.at(-1)?.net).toBe(payout?.amount);
  const parts: string[] = [];
  for await (const part of await payoutCsv(later.viewer, payout?.id ?? "")) parts.push(part);
  expect(parts).toHaveLength(2);
  const csv = parts.join("").trimEnd().split("\r\n");
  expect(csv).toHaveLength(5);
  const nets = csv.slice(1).map((line) => Number(line.split(",")[8]) * 100);
  expect(Math.round(nets.reduce((sum, net) => sum + net, 0))).toBe(0);
  expect(csv.some((line) => line.endsWith(`"'=1+1, ""quoted"""`))).toBe(true);

  const lines = await latestLines(later.viewer, payout?.id ?? "");
  expect(lines).toHaveLength(4);
  expect(await totals(later.viewer, `payout=${payout?.id}`)).toEqual([
    { currency: "eur", count: 4, amount: 0 },
  ]);
  expect(await totals(later.viewer, `payout=${payout?.id}&category=charge`)).toMatchObject([{ count: 2 }]);

  const other = await aWorld();
  expect(await totals(other.viewer, `payout=${payout?.id}`)).toEqual([]);
  await expect(payoutCsv(other.viewer, payout?.id ?? "")).rejects.toThrow("No such payout");
  await expect(payoutSummary(later.viewerWith(["support_associate"]), payout?.id ?? "")).rejects.toThrow(
    "payouts:read",
  );
});
