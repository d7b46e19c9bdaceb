import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { oneOf } from "../read-params.ts";
import type { Filter } from "./filter.ts";

interface Words<T extends string> {
  words: readonly T[];
  column: SQLiteColumn;
  /** The table has an index of (tenant, this column, creation, id); or one with another column before this one. */
  indexed?: true | SQLiteColumn;
}

interface Choice<T extends string, Part extends object> extends Words<T> {
  /** What they are called in the query. */
  put(values: T[]): Part;
  get(query: Part): T[];
}

/** Any of a column's words. `param`: what they are called in the address. */
export function choiceFilter<T extends string, Part extends object>(
  param: string,
  { words, column, indexed, put, get }: Choice<T, Part>,
): Filter<Part> {
  return {
    params: [param],
    read: ({ many }) => put(many(param, oneOf(words))),
    write: (query) => ({ [param]: get(query) }),
    conditions: (query) => {
      const among = get(query);
      return among.length === 0 ? [] : [{ column, among, indexed: indexed ?? false }];
    },
  };
}

/** Where it stands: `status`. */
export function statusFilter<T extends string>(words: Words<T>): Filter<{ statuses: T[] }> {
  return choiceFilter("status", {
    ...words,
    put: (statuses) => ({ statuses }),
    get: ({ statuses }) => statuses,
  });
}
