import { asc, desc, type SQL, sql, type SQLWrapper } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Direction } from "./key.ts";

/** The columns of a table by which its lists are ordered. */
export interface KeyColumns {
  createdAt: SQLWrapper;
  id: SQLWrapper;
}

/** A key, or placeholders for one. */
interface Bound {
  createdAt: unknown;
  id: unknown;
}

/** That a row lies in a stretch: behind `from`, up to and with `until`. */
export function within(
  { createdAt, id }: KeyColumns,
  { direction, from, until }: { direction: Direction; from: Bound | null; until: Bound | null },
): SQL[] {
  const key = sql`(${createdAt}, ${id})`;
  const behind = direction === "older" ? sql`<` : sql`>`;
  const conditions: SQL[] = [];
  if (from) conditions.push(sql`${key} ${behind} ${tuple(from)}`);
  if (until) conditions.push(sql`${key} ${direction === "older" ? sql`>=` : sql`<=`} ${tuple(until)}`);
  return conditions;
}

/** In the order of the walk. */
export function along({ createdAt, id }: KeyColumns, direction: Direction): SQL[] {
  return direction === "older" ? [desc(createdAt), desc(id)] : [asc(createdAt), asc(id)];
}

/** Against it: the last entry first. */
export function backwards(columns: KeyColumns, direction: Direction): SQL[] {
  return along(columns, direction === "older" ? "newer" : "older");
}

/** A column the index of this walk does not know, kept from luring the database onto another index. */
export function held(column: SQLiteColumn): SQL {
  return sql`coalesce(${column}, null)`;
}

function tuple({ createdAt, id }: Bound): SQL {
  return sql`(${createdAt}, ${id})`;
}
