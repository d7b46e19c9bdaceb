import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { balanceTransactions } from "#db/schema/index";
import { reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { addDays, firstOfMonth, startOfDay } from "#lib/calendar";
import { hour, minute } from "#lib/clock";
import type { Currency } from "#lib/currencies";
import { createExternalAccount } from "#lib/external-accounts/create-external-account";
import type { BalanceTransactionRow } from "#lib/ledger/transactions";
import { currencyOf } from "#lib/money";
import { balanceOverview } from "#lib/payouts/balance-overview";
import { createPayout } from "#lib/payouts/create-payout";
import { refundPayment } from "#lib/refunds/refund-payment";
import { activityPeriod, readActivity } from "#lib/statements/read-activity";
import { readStatement, statementMonths } from "#lib/statements/read-statement";
import type { StatementOf } from "#lib/statements/sum-activity";
import { aPayment } from "#tests/support/money";
import { aWorld, type World } from "#tests/support/world";

/** Where clocks change, in the month that begins on `first`, and where they stand at a quarter to. */
const places = [
  { timeZone: "Europe/Paris", country: "FR", currency: "eur", first: "2026-10-01", changes: "2026-10-25" },
  {
    timeZone: "America/New_York",
    country: "US",
    currency: "usd",
    first: "2026-03-01",
    changes: "2026-03-08",
  },
  { timeZone: "Asia/Kathmandu", country: "JP", currency: "jpy", first: "2026-03-01", changes: "2026-03-20" },
] as const;

const paid: { currency: Currency; amount: number }[] = [
  { currency: "eur", amount: 19_99 },
  { currency: "usd", amount: 42_50 },
  { currency: "jpy", amount: 13_500 },
  { currency: "kwd", amount: 12_340 },
];

const at = (viewer: Viewer, moment: number): Viewer => ({ ...viewer, now: () => moment });

describe.each(places)("in $timeZone", ({ timeZone, country, currency, first, changes }) => {
  test("statements and days are what there is, and months begin as those before them end", async () => {
    const world = await aWorld({ timeZone, country, currency });
    const days = [first, addDays(first, 1), changes, addDays(changes, 1), firstOfMonth(first, 1)];
    const end = await trade(world, days);
    const viewer = at(world.viewer, end);
    const rows = await everyTransaction(viewer);
    expect(new Set(rows.map((row) => row.currency)).size).toBeGreaterThan(1);

    const months = (await statementMonths(viewer)).toReversed();
    expect(months.length).toBeGreaterThanOrEqual(3);
    let before: StatementOf[] = [];
    for (const month of months) {
      const { currencies, ...span } = await readStatement(viewer, month);
      expect(currencies).toEqual(bruteForce(rows, span));
      expect(openings(currencies)).toMatchObject(closings(before));
      before = currencies;
    }
    for (const day of days) {
      const { currencies } = await over(viewer, day, day);
      const span = { start: startOfDay(day, timeZone), end: startOfDay(addDays(day, 1), timeZone) };
      expect(currencies).toEqual(bruteForce(rows, span));
    }
    const { currencies: balances } = await balanceOverview(viewer);
    for (const { available, pending, ...balance } of balances) {
      const last = before.find((statement) => statement.currency === balance.currency);
      expect(available + pending).toBe(last?.closing ?? 0);
      expect(balance.calendar.reduce((sum, { amount }) => sum + amount, 0)).toBe(pending);
    }
  });
});

/** Around each midnight, and in the odd hours after it: payments, refunds and payouts. When the last was. */
async function trade(world: World, days: readonly string[]): Promise<number> {
  const { timeZone } = world.environment;
  const currency = currencyOf(world.environment.currency);
  if (currency !== "eur") {
    const bankAccount = { accountNumber: "DE89370400440532013000", country: "DE", currency: "eur" as const };
    await createExternalAccount(world.viewer, { bankAccount });
  } else {
    const bankAccount = { accountNumber: "000123456789", routingNumber: "110000000", country: "US" };
    await createExternalAccount(world.viewer, { bankAccount: { ...bankAccount, currency: "usd" } });
  }
  const moments = days.flatMap((day) => {
    const midnight = startOfDay(day, timeZone);
    return [midnight - minute, midnight, midnight + minute, midnight + 2 * hour, midnight + 3 * hour];
  });
  for (const [index, moment] of moments.entries()) {
    const viewer = at(world.viewer, moment);
    const bypass = { paymentMethodId: index % 2 ? "pm_card_bypassPending" : "pm_card_visa" };
    const { id } = await aPayment(viewer, { ...paid[index % paid.length], ...bypass });
    if (index % 3 === 0) await refundPayment(viewer, { paymentId: id, amount: 300 });
    if (index % 5 === 4) await createPayout(viewer, { amount: 500, currency });
  }
  return (moments.at(-1) ?? 0) + minute;
}

async function everyTransaction(viewer: Viewer): Promise<BalanceTransactionRow[]> {
  const { db, environmentId } = await reader(viewer);
  return db.select().from(balanceTransactions).where(eq(balanceTransactions.environmentId, environmentId));
}

function over(viewer: Viewer, from: string, to: string) {
  return readActivity(viewer, activityPeriod(viewer, { from, to }).period);
}

/** The same statement, from every movement that there is. */
function bruteForce(
  rows: BalanceTransactionRow[],
  { start, end }: { start: number; end: number },
): StatementOf[] {
  const sum = (of: BalanceTransactionRow[], name: "amount" | "fee" | "net") =>
    of.reduce((total, row) => total + row[name], 0);
  const known = rows.filter(({ createdAt }) => createdAt < end);
  const currencies = [...new Set(known.map(({ currency }) => currency))].sort();
  return currencies.map((currency) => {
    const own = known.filter((row) => row.currency === currency);
    const within = own.filter(({ createdAt }) => createdAt >= start);
    const byCategory = Map.groupBy(within, ({ reportingCategory }) => reportingCategory);
    const activity = [...byCategory].map(([category, of]) => ({
      ...{ category, count: of.length },
      ...{ amount: sum(of, "amount"), fee: sum(of, "fee"), net: sum(of, "net") },
    }));
    return {
      currency,
      opening: sum(own, "net") - sum(within, "net"),
      activity: activity.sort((a, b) => (a.category < b.category ? -1 : 1)),
      closing: sum(own, "net"),
    };
  });
}

function openings(statements: StatementOf[]) {
  return Object.fromEntries(statements.map(({ currency, opening }) => [currency, opening]));
}

function closings(statements: StatementOf[]) {
  return Object.fromEntries(statements.map(({ currency, closing }) => [currency, closing]));
}
