import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Key } from "#lib/lists/key";
import {
  cardBrands,
  listedStatuses,
  methodTypes,
  type PaymentFilters,
} from "#lib/payments/list/payment-filters";
import { listPayments } from "#lib/payments/list-payments";
import { paymentSorts, type PaymentSort } from "#lib/payments/list/payment-sorts";
import { aWorld, type World } from "#tests/support/world";
import { insertCustomer, insertPayments, type ListRow } from "./list-rows.ts";

const start = Date.UTC(2026, 10, 1);
const currencies = ["eur", "usd", "jpy"] as const;
const people = ["cus_anna", "cus_bruno", "cus_chloe"];
const emails = ["anna@example.com", "guest@example.com"];
const lastDigits = ["4242", "4444", "0005"];
const few = { amounts: [100, 2500, 5000], moments: 40 };

/** Few values and few moments, so that filters meet and rows share their millisecond. */
const row = fc.record({
  createdAt: fc.nat(few.moments).map((minutes) => start + minutes * 60_000),
  amount: fc.constantFrom(...few.amounts),
  currency: fc.constantFrom(...currencies),
  paymentStatus: fc.constantFrom(...listedStatuses),
  methodType: fc.option(fc.constantFrom(...methodTypes)),
  brand: fc.constantFrom(...cardBrands.slice(0, 3)),
  last4: fc.constantFrom(...lastDigits),
  customerId: fc.option(fc.constantFrom(...people)),
  payerEmail: fc.option(fc.constantFrom(...emails)),
});

const moment = fc.integer({ min: -1, max: few.moments + 1 }).map((minutes) => start + minutes * 60_000);
const filters: fc.Arbitrary<PaymentFilters> = fc
  .record(
    {
      statuses: fc.subarray([...listedStatuses], { minLength: 1 }),
      currency: fc.constantFrom(...currencies),
      amount: fc.constantFrom(...few.amounts),
      amountFrom: fc.integer({ min: 50, max: 6000 }),
      amountTo: fc.integer({ min: 50, max: 6000 }),
      createdFrom: moment,
      createdUntil: moment,
      methodType: fc.constantFrom(...methodTypes),
      brand: fc.constantFrom(...cardBrands.slice(0, 3)),
      last4: fc.constantFrom(...lastDigits),
      payers: fc.record(
        { customerIds: fc.subarray([...people, "cus_nobody"]), payerEmail: fc.constantFrom(...emails) },
        { requiredKeys: ["customerIds"] },
      ),
    },
    { requiredKeys: [] },
  )
  .map(({ payers, ...filters }) => ({ ...filters, ...payers }));

const pages = fc.record({ size: fc.integer({ min: 1, max: 30 }), entries: fc.integer({ min: 5, max: 500 }) });

let world: World;
let rows: ListRow[];
beforeAll(async () => {
  world = await aWorld();
  const stranger = await aWorld();
  rows = fc.sample(row, { numRuns: 240, seed: 20261122 }).map((facts, index) => ({
    ...facts,
    id: `pi_${String((index * 7919) % 1000).padStart(4, "0")}`,
    brand: facts.methodType === "card" ? facts.brand : null,
    last4: facts.methodType === null ? null : facts.last4,
  }));
  for (const { viewer } of [world, stranger]) {
    for (const id of people) await insertCustomer(viewer, { id });
  }
  await insertPayments(world.viewer, rows);
  await insertPayments(
    stranger.viewer,
    rows.map((each) => ({ ...each, id: `${each.id}_strange` })),
  );
});

describe("whatever payments are asked for", () => {
  test("the pages together hold each that fits once, newest first", async () => {
    await fc.assert(
      fc.asyncProperty(filters, pages, async (asked, page) => {
        const expected = rows.filter((each) => fits(each, asked)).sort(newestFirst);
        expect(await walk(asked, page)).toEqual(expected.map(({ id }) => id));
      }),
    );
  });

  test("in every order the pages together hold each that fits once", async () => {
    await fc.assert(
      fc.asyncProperty(filters, pages, fc.constantFrom(...paymentSorts), async (asked, page, sort) => {
        const isByAmount = sort === "largest" || sort === "smallest";
        const inOne = isByAmount ? { ...asked, currency: asked.currency ?? "eur" } : asked;
        const expected = rows.filter((each) => fits(each, inOne)).sort(comparing(sort));
        expect(await walk(inOne, page, sort)).toEqual(expected.map(({ id }) => id));
      }),
    );
  });

  test("walking back towards newer rows meets the same ones, and ends on the first page", async () => {
    await fc.assert(
      fc.asyncProperty(filters, fc.nat(239), pages, async (asked, at, page) => {
        const from = rows[at] ?? null;
        const expected = rows.filter((each) => fits(each, asked)).sort(newestFirst);
        const newer = expected.filter((each) => from && each.id !== from.id && newestFirst(each, from) < 0);
        const found = await listPayments(world.viewer, {
          filters: asked,
          page: { direction: "newer", from: from && keyOf(from), ...page },
        });
        const ids = found.rows.map(({ id }) => id);
        if (found.newer === null) {
          expect(expected.map(({ id }) => id).slice(0, ids.length)).toEqual(ids);
          return;
        }
        expect(newer.map(({ id }) => id).slice(-ids.length)).toEqual(ids);
      }),
    );
  });
});

async function walk(
  asked: PaymentFilters,
  page: { size: number; entries: number },
  sort: PaymentSort = "newest",
): Promise<string[]> {
  const ids: string[] = [];
  let from: Key | null = null;
  for (let turned = 0; turned < 1000; turned++) {
    const {
      rows: found,
      older,
      continueFrom,
    } = await listPayments(world.viewer, {
      filters: asked,
      sort,
      page: { direction: "older", from, ...page },
    });
    expect(found.length).toBeLessThanOrEqual(page.size);
    if (older) expect(found).toHaveLength(page.size);
    ids.push(...found.map(({ id }) => id));
    from = older ?? continueFrom;
    if (!from) return ids;
  }
  throw new Error("The pages never end");
}

function paidBy(row: ListRow, { customerIds, payerEmail }: PaymentFilters): boolean {
  if (!customerIds) return true;
  return (
    customerIds.some((id) => id === row.customerId) ||
    (payerEmail !== undefined && payerEmail === row.payerEmail)
  );
}

function fits(row: ListRow, asked: PaymentFilters): boolean {
  const amount = row.amount ?? 0;
  const among = <T>(values: readonly T[] | undefined, value: unknown) =>
    !values || values.some((each) => each === value);
  const is = (wanted: unknown, value: unknown) => wanted === undefined || wanted === value;
  return (
    among(asked.statuses, row.paymentStatus) &&
    paidBy(row, asked) &&
    is(asked.currency, row.currency) &&
    is(asked.amount, row.amount) &&
    is(asked.methodType, row.methodType) &&
    is(asked.brand, row.brand) &&
    is(asked.last4, row.last4) &&
    amount >= (asked.amountFrom ?? -Infinity) &&
    amount <= (asked.amountTo ?? Infinity) &&
    row.createdAt >= (asked.createdFrom ?? -Infinity) &&
    row.createdAt < (asked.createdUntil ?? Infinity)
  );
}

function newestFirst(a: ListRow, b: ListRow): number {
  return b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1);
}

function comparing(sort: PaymentSort): (a: ListRow, b: ListRow) => number {
  const value = ({ createdAt, amount = 0 }: ListRow) =>
    sort === "newest" || sort === "oldest" ? createdAt : amount;
  const way = sort === "newest" || sort === "largest" ? -1 : 1;
  return (a, b) => way * (value(a) - value(b) || (a.id < b.id ? -1 : 1));
}

function keyOf({ createdAt, id }: ListRow): Key {
  return { at: createdAt, id };
}
