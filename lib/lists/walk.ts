import { asc, desc, eq, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { IdentifiedTable } from "#db/rows";
import type { Handle } from "#db/transaction";
import { type Direction, type Key, walking } from "./key.ts";
import type { Stretch } from "./read-page.ts";

/** A table whose lists are ordered by creation. */
export type ListedTable = IdentifiedTable & { createdAt: SQLiteColumn };

/** A column that an index has before the creation, and the one value that is walked along. */
export interface Pin {
  column: SQLiteColumn;
  value: string | number;
}

/** A walk along an index of (tenant, the pinned columns, creation, id). */
export interface Walk {
  table: ListedTable;
  pins: readonly Pin[];
  /** Milliseconds: from the first, before the second. */
  created?: { from?: number; until?: number };
}

/**
 * The entries of a stretch of the walk, in its order. All that narrows it is said as one row of columns between
 * two others, which no other index can answer: told of equal values, the database may choose another one, and look
 * at any number of entries.
 */
export function steps({ table, pins, created = {} }: Walk, environmentId: number, stretch: Stretch) {
  const columns = [...pins.map(({ column }) => column), table.createdAt, table.id];
  const entry = row(columns);
  const at = ({ createdAt, id }: Key) => row([...pins.map(({ value }) => value), createdAt, id]);
  const { newest, oldest } = bounds(stretch, created);
  const between =
    stretch.direction === "older"
      ? [sql`${entry} < ${at(newest)}`, sql`${entry} >= ${at(oldest)}`]
      : [sql`${entry} > ${at(oldest)}`, sql`${entry} <= ${at(newest)}`];
  return {
    where: [eq(table.environmentId, environmentId), ...between],
    orderBy: along(columns, stretch.direction),
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
  const { where, orderBy } = steps(walk, environmentId, stretch);
  const walked = db
    .select({
      createdAt: sql`${table.createdAt}`.mapWith(Number).as("created"),
      id: sql`${table.id}`.mapWith(String).as("id"),
    })
    .from(table)
    .where(sql.join(where, sql` and `))
    .orderBy(...orderBy)
    .limit(count)
    .as("walked");
  const back = stretch.direction === "older" ? asc : desc;
  const [last] = await db
    .select({ createdAt: walked.createdAt, id: walked.id, walked: sql`count(*) over ()`.mapWith(Number) })
    .from(walked)
    .orderBy(back(walked.createdAt), back(walked.id))
    .limit(1);
  return last && last.walked === count ? { createdAt: last.createdAt, id: last.id } : null;
}

/** In the order of the walk. */
export function along(columns: readonly SQLiteColumn[], direction: Direction): SQL[] {
  return columns.map(direction === "older" ? desc : asc);
}

/** A column that the walk's index does not have, kept from luring the database onto another one. */
export function held(column: SQLiteColumn): SQL {
  return sql`coalesce(${column}, null)`;
}

/** Before the first row, and after the last. No id is empty: such a key lies between two moments. */
export const beginning: Key = { createdAt: 0, id: "" };
export const forever: Key = { createdAt: Number.MAX_SAFE_INTEGER, id: "" };

function bounds({ direction, from, until }: Stretch, created: NonNullable<Walk["created"]>) {
  const [newest, oldest] = direction === "older" ? [from, until] : [until, from];
  const isNewer = walking("older");
  const [first = beginning] = [oldest ?? beginning, keyAt(created.from) ?? beginning].sort(isNewer);
  const last = [newest ?? forever, keyAt(created.until) ?? forever].sort(isNewer)[1] ?? forever;
  return { newest: last, oldest: first };
}

function keyAt(createdAt: number | undefined): Key | null {
  return createdAt === undefined ? null : { createdAt, id: "" };
}

function row(parts: readonly (SQLiteColumn | string | number)[]): SQL {
  return sql`(${sql.join(
    parts.map((part) => sql`${part}`),
    sql`, `,
  )})`;
}
