import type { SQL } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Reading, Words } from "../list-source.ts";
import type { ParamReader } from "../read-params.ts";

/** One of some values. `indexed`: by itself (true), or with another column before it. */
export interface Among {
  column: SQLiteColumn;
  among: readonly (string | number)[];
  indexed: boolean | SQLiteColumn;
}

/** Something from the first and before the second; either may be open. */
export interface Within {
  column: SQLiteColumn;
  from?: number;
  until?: number;
}

/** What a filter asks of a column: one of some values, something within bounds, or what a test says. */
export type Condition = Among | Within | { column: SQLiteColumn; holds: SQL | undefined };

/** One thing that a list can be filtered by: its part of the query, of the address, and of what rows are tested for. */
export interface Filter<Part extends object> {
  params: readonly string[];
  read(reader: ParamReader, reading: Reading): Part;
  write(part: Part): Words;
  conditions(part: Part, reading: Reading): Condition[];
}

/** Two filters as one. Of those with an index, the first that is used is walked along. */
export function both<A extends object, B extends object>(a: Filter<A>, b: Filter<B>): Filter<A & B> {
  return {
    params: [...a.params, ...b.params],
    read: (reader, reading) => ({ ...a.read(reader, reading), ...b.read(reader, reading) }),
    write: (parts) => ({ ...a.write(parts), ...b.write(parts) }),
    conditions: (parts, reading) => [...a.conditions(parts, reading), ...b.conditions(parts, reading)],
  };
}
