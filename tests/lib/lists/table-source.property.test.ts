import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { insert } from "#db/rows";
import { refunds } from "#db/schema/index";
import { transaction } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { type Day, dayAt } from "#lib/calendar";
import { hour } from "#lib/clock";
import type { Key } from "#lib/lists/key";
import { readingOf, readQuery } from "#lib/lists/list-source";
import { sumList } from "#lib/lists/sum-list";
import { fromWords } from "#lib/lists/words";
import { toDecimalString } from "#lib/money";
import { refundList, refundStatuses } from "#lib/refunds/list/refund-list";
import { refundReasons } from "#lib/refunds/refund-payment";
import { aPayment } from "#tests/support/money";
import { aWorld, type World } from "#tests/support/world";

const currencies = ["eur", "usd", "jpy", "kwd"] as const;
const amounts = [100, 2500, 5005, 99_999];
/** Around the nights on which clocks change in Paris and in New York. */
const starts = [
  Date.UTC(2026, 2, 7, 20),
  Date.UTC(2026, 2, 28, 20),
  Date.UTC(2026, 9, 24, 20),
  Date.UTC(2026, 9, 31, 20),
];
const zones = ["Europe/Paris", "America/New_York", "Asia/Kathmandu"] as const;
const days = ["2026-03-08", "2026-03-29", "2026-10-25", "2026-11-01"] as const;

const fact = fc.record({
  createdAt: fc
    .tuple(fc.constantFrom(...starts), fc.nat(60))
    .map(([start, half]) => start + (half * hour) / 2),
  amount: fc.constantFrom(...amounts),
  currency: fc.constantFrom(...currencies),
  status: fc.constantFrom(...refundStatuses),
  reason: fc.option(fc.constantFrom(...refundReasons)),
});
type Facts = typeof fact extends fc.Arbitrary<infer T> ? T & { id: string } : never;

const asked = fc.record(
  {
    statuses: fc.subarray([...refundStatuses]),
    reasons: fc.subarray([...refundReasons]),
    from: fc.constantFrom<Day>(...days),
    to: fc.constantFrom<Day>(...days),
    currency: fc.constantFrom(...currencies),
    least: fc.constantFrom(...amounts),
    most: fc.constantFrom(...amounts),
    sort: fc.constantFrom("newest", "oldest", "largest", "smallest"),
  },
  { requiredKeys: [] },
);
type Asked = typeof asked extends fc.Arbitrary<infer T> ? T : never;
const pages = fc.record({ size: fc.integer({ min: 1, max: 40 }), entries: fc.integer({ min: 5, max: 300 }) });

let world: World;
let rows: Facts[];
beforeAll(async () => {
  world = await aWorld();
  rows = fc
    .sample(fact, { numRuns: 150, seed: 4 })
    .map((facts, n) => ({ ...facts, id: `re_${(n * 37) % 151}` }));
  for (const { viewer } of [world, await aWorld()]) await insertRefunds(viewer, rows);
});

describe("whatever a list is asked for", () => {
  test("its pages hold each row that fits once, in order, on the reader's own calendar", async () => {
    await fc.assert(
      fc.asyncProperty(asked, fc.constantFrom(...zones), pages, async (given, timeZone, page) => {
        const viewer = { ...world.viewer, timeZone };
        const complete = completed(given);
        const expected = rows.filter((row) => fits(row, complete, timeZone)).sort(inOrder(given.sort));
        expect(await walk(viewer, wordsOf(complete), page)).toEqual(expected.map(({ id }) => id));
      }),
    );
  });

  test("its totals are those of all that fits, per currency", async () => {
    await fc.assert(
      fc.asyncProperty(asked, fc.constantFrom(...zones), async (given, timeZone) => {
        const viewer = { ...world.viewer, timeZone };
        const complete = completed(given);
        const totals = await sumList(viewer, {
          list: "refunds",
          address: fromWords(wordsOf(complete)),
          reading: readingOf(viewer),
        });
        const fitting = rows.filter((row) => fits(row, complete, timeZone));
        for (const currency of currencies) {
          const ofIt = fitting.filter((row) => row.currency === currency);
          const told = totals.find((each) => each.currency === currency);
          expect(told?.count ?? 0).toBe(ofIt.length);
          expect(told?.amount ?? 0).toBe(ofIt.reduce((sum, { amount }) => sum + amount, 0));
        }
      }),
    );
  });
});

async function walk(
  viewer: Viewer,
  words: string,
  page: { size: number; entries: number },
): Promise<string[]> {
  const { query, problems } = readQuery(refundList, fromWords(words), readingOf(viewer));
  expect(problems).toEqual([]);
  const ids: string[] = [];
  let from: Key | null = null;
  for (let turned = 0; turned < 1000; turned++) {
    const found = await refundList.page(viewer, query, { direction: "older", from, ...page });
    ids.push(...found.rows.map(({ id }) => id));
    from = found.older ?? found.continueFrom;
    if (!from) return ids;
  }
  throw new Error("The pages never end");
}

/** What cannot be asked for: days and amounts that begin after their end, amounts without a currency. */
function completed({ from, to, least, most, currency, ...rest }: Asked): Asked {
  const isByAmount = rest.sort === "largest" || rest.sort === "smallest";
  const hasAmount = least !== undefined || most !== undefined;
  return {
    ...rest,
    from,
    to: from && to && to < from ? from : to,
    least,
    most: least && most && most < least ? least : most,
    currency: currency ?? (hasAmount || isByAmount ? "eur" : undefined),
  };
}

function wordsOf({ statuses = [], reasons = [], from, to, currency, least, most, sort }: Asked): string {
  const params = new URLSearchParams();
  for (const status of statuses) params.append("status", status);
  for (const reason of reasons) params.append("reason", reason);
  if (from) params.set("from", from);
  if (to) params.set("to", to);
  if (currency) params.set("currency", currency);
  if (currency && least) params.set("amount_from", toDecimalString({ amount: least, currency }));
  if (currency && most) params.set("amount_to", toDecimalString({ amount: most, currency }));
  if (sort) params.set("sort", sort);
  return params.toString();
}

function fits(row: Facts, { statuses = [], reasons = [], ...rest }: Asked, timeZone: string): boolean {
  const day = dayAt(row.createdAt, timeZone);
  return (
    (statuses.length === 0 || statuses.includes(row.status)) &&
    (reasons.length === 0 || (row.reason !== null && reasons.includes(row.reason))) &&
    (!rest.from || day >= rest.from) &&
    (!rest.to || day <= rest.to) &&
    (!rest.currency || row.currency === rest.currency) &&
    row.amount >= (rest.least ?? 0) &&
    row.amount <= (rest.most ?? Infinity)
  );
}

function inOrder(sort: Asked["sort"] = "newest"): (a: Facts, b: Facts) => number {
  const way = sort === "newest" || sort === "largest" ? -1 : 1;
  const value = (row: Facts) => (sort === "newest" || sort === "oldest" ? row.createdAt : row.amount);
  return (a, b) => way * (value(a) - value(b) || (a.id < b.id ? -1 : 1));
}

/** As they are, all of one payment: what a list shows of it does not matter here. */
async function insertRefunds(viewer: Viewer, all: Facts[]): Promise<void> {
  const payment = await aPayment(viewer);
  await transaction(viewer, async (tx) => {
    for (const row of all) {
      await insert(tx, refunds, {
        ...row,
        chargeId: payment.latestChargeId ?? "",
        paymentIntentId: payment.id,
        standalone: false,
        metadata: {},
        createdBy: viewer.actor,
      });
    }
  });
}
