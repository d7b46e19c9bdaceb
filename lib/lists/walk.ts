import { asc, desc, eq, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { IdentifiedTable } from "#db/rows";
import type { Handle } from "#db/transaction";
import { goesDown, type Key, type Order, walking } from "./key.ts";
import type { Stretch } from "./read-page.ts";

/** A table whose rows can be listed by their creation. */
export type ListedTable = IdentifiedTable & { createdAt: SQLiteColumn };

/** A column that an index has before what it is ordered by, and the one value that is walked along. */
export interface Pin {
  column: SQLiteColumn;
  value: string | number;
}

/** What a list is ordered by: a column that is never null. */
export interface Sort {
  column: SQLiteColumn;
  order: Order;
}

/** A walk along an index of (tenant, the pinned columns, what it is ordered by, id). */
export interface Walk {
  table: ListedTable;
  pins: readonly Pin[];
  /** Newest first unless told otherwise. */
  sort?: Sort;
  /** Of what it is ordered by: from the first, before the second. */
  within?: { from?: number; until?: number };
}

/**
 * The entries of a stretch of the walk, in its order. All that narrows it is said as one row of columns between
 * two others, which no other index can answer: told of equal values, the database may choose another one, and look
 * at any number of entries.
 */
export function steps(walk: Walk, environmentId: number, stretch: Stretch) {
  const { table, pins, within = {} } = walk;
  const { column, order } = sortOf(walk);
  const columns = [...pins.map((pin) => pin.column), column, table.id];
  const entry = row(columns);
  const key = ({ at, id }: Key) => row([...pins.map(({ value }) => value), at, id]);
  const isDown = goesDown(stretch.direction, order);
  const { highest, lowest } = bounds(stretch, isDown, within);
  const between = isDown
    ? [sql`${entry} < ${key(highest)}`, sql`${entry} >= ${key(lowest)}`]
    : [sql`${entry} > ${key(lowest)}`, sql`${entry} <= ${key(highest)}`];
  return {
    where: [eq(table.environmentId, environmentId), ...between],
    orderBy: columns.map(isDown ? desc : asc),
  };
}

/** The `count`-th entry of a stretch; null if it has fewer. */
export async function entryAt(
  { db, environmentId }: Handle,
  walk: Walk,
  stretch: Stretch,
  count: number,
): Promise<Key | null> {
  const { table } = walk;
  const { column, order } = sortOf(walk);
  const { where, orderBy } = steps(walk, environmentId, stretch);
  const walked = db
    .select({
      at: sql`${column}`.mapWith(Number).as("at"),
      id: sql`${table.id}`.mapWith(String).as("id"),
    })
    .from(table)
    .where(sql.join(where, sql` and `))
    .orderBy(...orderBy)
    .limit(count)
    .as("walked");
  const back = goesDown(stretch.direction, order) ? asc : desc;
  const [last] = await db
    .select({ at: walked.at, id: walked.id, walked: sql`count(*) over ()`.mapWith(Number) })
    .from(walked)
    .orderBy(back(walked.at), back(walked.id))
    .limit(1);
  return last && last.walked === count ? { at: last.at, id: last.id } : null;
}

/** A column that the walk's index does not have, kept from luring the database onto another one. */
export function held(column: SQLiteColumn): SQL {
  return sql`coalesce(${column}, null)`;
}

/** Below every row, and above. No id is empty: such a key lies between two rows. */
export const lowestKey: Key = { at: Number.MIN_SAFE_INTEGER, id: "" };
export const highestKey: Key = { at: Number.MAX_SAFE_INTEGER, id: "" };

function sortOf({ table, sort }: Walk): Sort {
  return sort ?? { column: table.createdAt, order: "descending" };
}

function bounds({ from, until }: Stretch, isDown: boolean, within: NonNullable<Walk["within"]>) {
  const [high, low] = isDown ? [from, until] : [until, from];
  const downwards = walking("older");
  const [lowest = lowestKey] = [low ?? lowestKey, keyAt(within.from) ?? lowestKey].sort(downwards);
  const highest = [high ?? highestKey, keyAt(within.until) ?? highestKey].sort(downwards)[1] ?? highestKey;
  return { highest, lowest };
}

function keyAt(at: number | undefined): Key | null {
  return at === undefined ? null : { at, id: "" };
}

function row(parts: readonly (SQLiteColumn | string | number)[]): SQL {
  return sql`(${sql.join(
    parts.map((part) => sql`${part}`),
    sql`, `,
  )})`;
}
