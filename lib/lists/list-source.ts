import type { SQL } from "drizzle-orm";
import type { Permission } from "#lib/auth/permissions";
import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import type { Scope } from "#db/transaction";
import { typesSeenBy } from "#lib/events/event-permission";
import type { Locale } from "#lib/i18n/locale";
import { type Currency, isCurrency } from "#lib/money";
import type { Listed, Page, PageRequest } from "./read-page.ts";
import { oneOf, type ParamReader, type QueryParams, type QueryProblem, readParams } from "./read-params.ts";

/** Whoever reads an address: in which language and time zone, what amounts are in, what time it is. Plain data. */
export interface Reading {
  locale: Locale;
  timeZone: string;
  now: number;
  /** What amounts are in when the address does not say. */
  currency: Currency;
  /** Whether who asks may know customers. */
  seesPeople: boolean;
  /** Whether who asks may know payments, and what they come to. */
  seesPayments: boolean;
  /** Whether who customers are is hidden from who asks: they find somebody by what they know whole, and read on nothing. */
  isDiscreet: boolean;
  /** Whether who asks may know who was invited to the account. */
  seesInvitations: boolean;
  /** The types of events that who asks may see; null: every one. */
  eventTypes: readonly string[] | null;
}

/** What every query has: the name of one of the list's orders. */
export interface Sorted {
  sort: string;
}

/** Words of an address by parameter; what is null or empty is left out. */
export type Words = Record<string, string | readonly string[] | null>;

/** How many of one currency, and what they come to in minor units. Without a currency they are only counted. */
export interface Total {
  currency: string | null;
  count: number;
  amount: number;
  /** Of payments, how much of it came in. */
  received?: number;
}

/** Something that can be listed: by which words it is asked for, in which orders, and how it is read. */
export interface ListSource<Row extends Listed, Query extends Sorted> {
  /** Unique, such as "payments": views, columns and selections go by it. */
  name: string;
  permission: Permission;
  /** Where the dashboard shows it. */
  path(viewer: Pick<Viewer, "environment">): string;
  /** Every word of the address that it understands, in the order they are written. */
  params: readonly string[];
  /** Those that say what is listed, rather than leave rows out of it. */
  kinds?: readonly string[] | undefined;
  /** The names of its orders; the first one counts when the address has none. */
  sorts: readonly [string, ...string[]];
  /** Which of them are for who asks, where not all are; the first one always is. */
  offers?(sort: string, reading: Reading): boolean;
  read(reader: ParamReader, reading: Reading, sort: string): Query;
  write(query: Query): Words;
  /** One page of what the query lets pass. */
  page(viewer: Viewer, query: Query, request: PageRequest): Promise<Page<Row>>;
  /** Adds up all that the query lets pass, most of a currency first. Reads every row: for a worker. */
  sum(scope: Scope, query: Query, reading: Reading): Promise<Total[]>;
  /** What a row of the list's table must be for the query to let it pass; undefined: any. */
  lets(scope: Scope, query: Query, reading: Reading): Promise<SQL | undefined>;
}

/** How this viewer's addresses are read. */
export function readingOf(viewer: Viewer): Reading {
  const { locale, timeZone } = viewer;
  const { currency } = viewer.environment;
  if (!isCurrency(currency)) throw new RangeError(`Not a currency: ${currency}`);
  const seesPeople = may(viewer, "customers:read");
  const seesPayments = may(viewer, "payments:read");
  const seesInvitations = may(viewer, "members:write");
  const eventTypes = typesSeenBy(viewer);
  const isDiscreet = viewer.conceal !== undefined;
  const seen = { seesPeople, seesPayments, seesInvitations, isDiscreet, eventTypes };
  return { locale, timeZone, now: viewer.now(), currency, ...seen };
}

/** Reads what an address asks of a list. What cannot be understood is left out, and named. */
export function readQuery<Row extends Listed, Query extends Sorted>(
  source: ListSource<Row, Query>,
  address: QueryParams,
  reading: Reading,
): { query: Query; problems: QueryProblem[] } {
  const reader = readParams(address);
  const asked = reader.one("sort", oneOf(source.sorts));
  const sort = asked !== null && offersSort(source, asked, reading) ? asked : source.sorts[0];
  const query = source.read(reader, reading, sort);
  return { query, problems: reader.problems };
}

/** Whether who asks may put a list in an order. */
export function offersSort<Row extends Listed, Query extends Sorted>(
  source: ListSource<Row, Query>,
  sort: string,
  reading: Reading,
): boolean {
  return source.offers?.(sort, reading) ?? true;
}

/** The address's words for a query: always the same ones for the same query. */
export function writeQuery<Row extends Listed, Query extends Sorted>(
  source: ListSource<Row, Query>,
  query: Query,
): URLSearchParams {
  const words = { ...source.write(query), sort: query.sort === source.sorts[0] ? null : query.sort };
  const given: Words = words;
  const params = new URLSearchParams();
  for (const name of [...source.params, "sort"]) {
    for (const word of [given[name] ?? []].flat()) params.append(name, word);
  }
  return params;
}

/** The words of a query that are no filters, nor an order. */
export function unfiltered<Row extends Listed, Query extends Sorted>(
  source: ListSource<Row, Query>,
  query: Query,
): URLSearchParams {
  const kept = [...writeQuery(source, query)].filter(([name]) => source.kinds?.includes(name));
  return new URLSearchParams(kept);
}

/** Whether a query leaves any row out; in which order they come does not count. */
export function isFiltering<Row extends Listed, Query extends Sorted>(
  source: ListSource<Row, Query>,
  query: Query,
): boolean {
  const params = writeQuery(source, query);
  params.delete("sort");
  return params.size > unfiltered(source, query).size;
}

/** What a list is asked for. */
export type QueryOf<Source> = Source extends ListSource<infer _Row, infer Query> ? Query : never;
