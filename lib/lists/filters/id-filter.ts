import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { idIn } from "../id-in.ts";
import type { Filter } from "./filter.ts";

interface Id<Part extends object> {
  /** The table has an index of (tenant, this column, creation, id). */
  column: SQLiteColumn;
  /** What it is called in the query; null: any. */
  put(id: string | null): Part;
  get(query: Part): string | null;
}

/** What belongs to one object. `param`: what its id is called in the address. */
export function idFilter<Part extends object>(param: string, { column, put, get }: Id<Part>): Filter<Part> {
  return {
    params: [param],
    read: ({ one }) => put(one(param, idIn)),
    write: (query) => ({ [param]: get(query) }),
    conditions: (query) => {
      const id = get(query);
      return id === null ? [] : [{ column, among: [id], indexed: true }];
    },
  };
}
