import { and, eq } from "drizzle-orm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { listNamed, listNames } from "#lib/lists/all";
import type { Key } from "#lib/lists/key";
import { readingOf } from "#lib/lists/list-source";
import { aWorld } from "#tests/support/world";
import type { Asked, Order, Row } from "./every/asks.ts";
import type { Listing, ListingOf } from "./every/listing.ts";
import {
  activity,
  cashReturnsListing,
  disputesListing,
  fees,
  payments,
  payoutsListing,
  refundsListing,
  topupsListing,
} from "./every/merchants-lists.ts";
import { customersListing, guestsListing } from "./every/peoples-lists.ts";
import {
  couponsListing,
  deliveriesListing,
  endpointsListing,
  entriesListing,
  eventsListing,
  featuresListing,
  mailsListing,
  productsListing,
  shippingRatesListing,
  taxRatesListing,
} from "./every/other-lists.ts";
import { requests } from "./every/requests.ts";
import { insertRows, rowsOf } from "./every/rows.ts";
import { teamListing } from "./every/team.ts";

const listings: Record<string, ListingOf> = {
  payments,
  refunds: refundsListing,
  cash_returns: cashReturnsListing,
  disputes: disputesListing,
  customers: customersListing,
  guests: guestsListing,
  fees,
  activity,
  payouts: payoutsListing,
  topups: topupsListing,
  products: productsListing,
  coupons: couponsListing,
  features: featuresListing,
  shipping_rates: shippingRatesListing,
  tax_rates: taxRatesListing,
  webhook_endpoints: endpointsListing,
  webhook_deliveries: deliveriesListing,
  events: eventsListing,
  blocked: entriesListing,
  requests,
  mails: mailsListing,
  team: teamListing,
};

test("every list is held against brute force", () => {
  expect(Object.keys(listings).sort()).toEqual(listNames().sort());
});

const zones = ["Europe/Paris", "America/New_York", "Asia/Kathmandu"] as const;
const pages = fc.record({ size: fc.integer({ min: 1, max: 40 }), entries: fc.integer({ min: 5, max: 300 }) });
const numRuns = Math.ceil((fc.readConfigureGlobal().numRuns ?? 100) / 2);

describe.each(Object.entries(listings))("the list of %s, whatever it is asked for,", (name, listingOf) => {
  test("holds each row that fits once, in order, counted, added up, and as a file has it", async () => {
    await filled((await aWorld()).viewer, listingOf);
    await against(await filled((await aWorld()).viewer, listingOf), name);
  });
});

type Filled = Listing & { viewer: Viewer; rows: Row[] };

async function filled(viewer: Viewer, listingOf: ListingOf): Promise<Filled> {
  const listing = await listingOf(viewer);
  if (!listing.table) return { ...listing, viewer, rows: await listing.fill(viewer) };
  await insertRows(viewer, listing.table, listing.facts);
  await listing.after?.(viewer);
  return { ...listing, viewer, rows: await rowsOf(viewer, listing.table) };
}

async function against(listing: Filled, name: string): Promise<void> {
  const { asks, orders } = listing;
  const asked = fc
    .subarray(asks, { maxLength: Math.min(3, asks.length) })
    .chain((some) => fc.tuple(...some.map(({ words }) => words)))
    .map((words): Asked => Object.fromEntries(words.flatMap((each) => Object.entries(each))));
  let met = 0;
  const sorts = fc.constantFrom(...Object.keys(orders));
  await fc.assert(
    fc.asyncProperty(asked, sorts, fc.constantFrom(...zones), pages, async (said, sort, timeZone, turned) => {
      const viewer = { ...listing.viewer, timeZone };
      const address = { ...said, sort: [sort] };
      const page = { ...turned, size: listing.pageSize ?? turned.size };
      const order = orderOf(listing, sort, said);
      const expected = fitting(listing, { order, said, viewer }).sort(inOrder(order));
      if (expected.length > 0) met++;
      expect(await walk(viewer, name, { address, page })).toEqual(expected.map(({ id }) => id));
      expect(await totals(viewer, name, address)).toEqual(summed(listing, expected));
      const file = await inFile(listing, { viewer, name, address });
      if (file) expect(file).toEqual(expected.map(({ id }) => id).sort());
    }),
    { numRuns },
  );
  expect(met).toBeGreaterThan(numRuns / 4);
}

function orderOf({ orders }: Listing, sort: string, said: Asked): Order {
  const order = orders[sort];
  if (!order) throw new RangeError(`No order ${sort}`);
  return typeof order === "function" ? order(said) : order;
}

interface Question {
  order: Order;
  said: Asked;
  viewer: Viewer;
}

function fitting({ rows, asks, listed }: Filled, { order, said, viewer }: Question): Row[] {
  const asker = { timeZone: viewer.timeZone, now: viewer.now() };
  return rows.filter(
    (row) =>
      (listed?.(row, said) ?? true) &&
      (order.also?.(row, said) ?? true) &&
      asks.every((ask) => ask.fits(row, said, asker)),
  );
}

function inOrder({ of, down }: Order): (a: Row, b: Row) => number {
  return (a, b) => (down ? -1 : 1) * (of(a) - of(b) || (a.id < b.id ? -1 : 1));
}

interface Turned {
  address: Asked;
  page: { size: number; entries: number };
}

async function walk(viewer: Viewer, name: string, { address, page }: Turned): Promise<string[]> {
  const ids: string[] = [];
  let from: Key | null = null;
  for (let turned = 0; turned < 1000; turned++) {
    const found = await listNamed(name).page(viewer, address, { direction: "older", from, ...page });
    expect(found.rows.length).toBeLessThanOrEqual(page.size);
    ids.push(...found.rows.map(({ id }) => id));
    from = found.older ?? found.continueFrom;
    if (!from) return ids;
  }
  throw new Error("The pages never end");
}

type Sums = Record<string, { count: number; amount: number }>;

async function totals(viewer: Viewer, name: string, address: Asked): Promise<Sums> {
  const told = await listNamed(name).sum(viewer, address, readingOf(viewer));
  const some = told.filter(({ count }) => count > 0);
  return Object.fromEntries(some.map(({ currency, count, amount }) => [String(currency), { count, amount }]));
}

function summed({ sums }: Listing, rows: Row[]): Sums {
  const all: Sums = {};
  for (const row of rows) {
    const { currency, amount } = sums?.(row) ?? { currency: "null", amount: 0 };
    const before = all[currency] ?? { count: 0, amount: 0 };
    all[currency] = { count: before.count + 1, amount: before.amount + amount };
  }
  return all;
}

interface Asking {
  viewer: Viewer;
  name: string;
  address: Asked;
}

/** What a file of what is asked for would hold; null where there is none. */
async function inFile({ table }: Listing, { viewer, name, address }: Asking): Promise<string[] | null> {
  if (!table) return null;
  const { db } = await reader(viewer);
  const lets = await listNamed(name).lets(viewer, address, readingOf(viewer));
  const rows = await db
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.environmentId, viewer.environmentId), lets));
  return rows.map(({ id }) => String(id)).sort();
}
