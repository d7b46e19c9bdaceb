import { expect, test } from "vitest";
import type { Viewer } from "#lib/auth/viewer";
import { latestLines } from "#lib/ledger/list/activity-list";
import { readingOf } from "#lib/lists/list-source";
import { sumList } from "#lib/lists/sum-list";
import { fromWords } from "#lib/lists/words";
import { balanceOverview } from "#lib/payouts/balance-overview";
import { payoutCsv } from "#lib/payouts/payout-csv";
import { payoutSummary } from "#lib/payouts/payout-summary";
import { listPayouts } from "#lib/payouts/queries";
import { refundPayment } from "#lib/refunds/refund-payment";
import { aPayment } from "#tests/support/money";
import { aBusinessWithMoney, daysLater } from "#tests/support/payouts";
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

/** What the lines that an address leads to come to. */
function totals(viewer: Viewer, words: string) {
  return sumList(viewer, { list: "activity", address: fromWords(words), reading: readingOf(viewer) });
}

test("the overview says what banks hold until disputes are decided, in the currency that was paid", async () => {
  const { viewer } = await aBusinessWithMoney();
  const reserved = async () => (await balanceOverview(viewer)).reserved;
  expect(await reserved()).toEqual([]);
  const disputed = { paymentMethodId: "pm_card_createDispute", amount: 3_000 };
  await aPayment(viewer, { ...disputed, currency: "usd" });
  await aPayment(viewer, disputed);
  expect(await reserved()).toEqual([
    { currency: "eur", amount: 3_000 },
    { currency: "usd", amount: 3_000 },
  ]);
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
  const csv = (await payoutCsv(later.viewer, payout?.id ?? "")).trimEnd().split("\r\n");
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
