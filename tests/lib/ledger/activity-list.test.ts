import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { balanceTransactions } from "#db/schema/index";
import { reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { dayAt } from "#lib/calendar";
import { day } from "#lib/clock";
import { runDueJobs } from "#lib/jobs/run-due";
import { activityList, feeList, type ListedActivity } from "#lib/ledger/list/activity-list";
import type { BalanceTransactionRow } from "#lib/ledger/transactions";
import { listNamed } from "#lib/lists/all";
import { readingOf, readQuery } from "#lib/lists/list-source";
import type { QueryParams } from "#lib/lists/read-params";
import { refundPayment } from "#lib/refunds/refund-payment";
import { aPayment } from "#tests/support/money";
import { aWorld, later, type World } from "#tests/support/world";

let world: World;
let viewer: Viewer;
let all: BalanceTransactionRow[];

beforeAll(async () => {
  world = await aWorld({ timeZone: "Asia/Kathmandu" });
  viewer = world.viewer;
  for (const [amount, currency] of [
    [5000, "eur"],
    [90_000, "jpy"],
    [12_340, "kwd"],
  ] as const) {
    const payment = await aPayment(viewer, { amount, currency });
    await refundPayment(viewer, { paymentId: payment.id, amount: amount / 10 });
  }
  await aPayment(viewer, { paymentMethodId: "pm_card_createDispute" });
  await aPayment(later(viewer, 3 * day));
  await runDueJobs(world.environment, Date.now());
  const { db } = await reader(viewer);
  all = await db
    .select()
    .from(balanceTransactions)
    .where(eq(balanceTransactions.environmentId, viewer.environmentId));
});

const page = { direction: "older", from: null, size: 100 } as const;

async function rowsOf(list: typeof activityList, address: QueryParams = {}): Promise<ListedActivity[]> {
  const { query } = readQuery(list, address, readingOf(viewer));
  return (await list.page(viewer, query, page)).rows;
}

function sumOf(rows: BalanceTransactionRow[], amount: (row: BalanceTransactionRow) => number) {
  const sums = new Map<string, { currency: string; count: number; amount: number }>();
  for (const row of rows) {
    const { count = 0, amount: before = 0 } = sums.get(row.currency) ?? {};
    sums.set(row.currency, { currency: row.currency, count: count + 1, amount: before + amount(row) });
  }
  return [...sums.values()].sort((one, other) => other.count - one.count);
}

const byId = (rows: { id: string }[]) => rows.map(({ id }) => id).sort();
const cost = ({ reportingCategory, amount, fee }: BalanceTransactionRow) =>
  reportingCategory === "fee" ? -amount : fee;

test("all activity holds every movement, newest first, and adds up to what the balance gained", async () => {
  const rows = await rowsOf(activityList);
  expect(all.length).toBeGreaterThan(8);
  expect(byId(rows)).toEqual(byId(all));
  expect(rows.map(({ createdAt }) => createdAt)).toEqual(
    rows.map(({ createdAt }) => createdAt).sort((one, other) => other - one),
  );
  const totals = await listNamed("activity").sum(viewer, {}, readingOf(viewer));
  expect(totals).toEqual(sumOf(all, ({ net }) => net));
});

test("fees hold what cost something, and add up to it", async () => {
  const costly = all.filter((row) => cost(row) !== 0);
  expect(costly.map(({ reportingCategory }) => reportingCategory)).toContain("dispute");
  const rows = await rowsOf(feeList);
  expect(byId(rows)).toEqual(byId(costly));
  for (const row of rows) expect(row.cost).toBe(cost(row));
  expect(await listNamed("fees").sum(viewer, {}, readingOf(viewer))).toEqual(sumOf(costly, cost));
});

const today = dayAt(Date.now(), "Asia/Kathmandu");

test.each<[string, QueryParams, (row: BalanceTransactionRow) => boolean]>([
  ["a kind", { category: "refund" }, ({ reportingCategory }) => reportingCategory === "refund"],
  [
    "kinds",
    { category: ["refund", "dispute"] },
    ({ reportingCategory }) => ["refund", "dispute"].includes(reportingCategory),
  ],
  [
    "an amount that left",
    { amount: "-5.00" },
    ({ amount, currency }) => amount === -500 && currency === "eur",
  ],
  [
    "what left, as French writes it",
    { currency: "eur", amount_from: "−5,5", amount_to: "-0,01" },
    ({ amount, currency }) => currency === "eur" && amount >= -550 && amount < 0,
  ],
  ["a currency", { currency: "eur" }, ({ currency }) => currency === "eur"],
  [
    "a kind in a currency",
    { currency: "eur", category: "charge" },
    (row) => row.currency === "eur" && row.reportingCategory === "charge",
  ],
  [
    "a day in Kathmandu",
    { from: today, to: today },
    ({ createdAt }) => dayAt(createdAt, "Asia/Kathmandu") === today,
  ],
])("narrowed to %s, it is what is left of all", async (_name, address, fits) => {
  const left = all.filter(fits);
  expect(left.length).toBeGreaterThan(0);
  expect(byId(await rowsOf(activityList, address))).toEqual(byId(left));
  const totals = await listNamed("activity").sum(viewer, address, readingOf(viewer));
  expect(totals).toEqual(sumOf(left, ({ net }) => net));
});

test("who may not see the balance sees none of it", async () => {
  const agent = world.viewerWith(["support_specialist"]);
  const { query } = readQuery(activityList, {}, readingOf(viewer));
  await expect(activityList.page(agent, query, page)).rejects.toMatchObject({ facts: { status: 403 } });
});

test("another account's movements are not there", async () => {
  const { viewer: stranger } = await aWorld();
  const { query } = readQuery(activityList, {}, readingOf(stranger));
  expect((await activityList.page(stranger, query, page)).rows).toEqual([]);
});
