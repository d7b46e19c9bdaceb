import { or, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Filter } from "./filter.ts";

/** What something is called must have this in it; null: anything. */
export interface Text {
  text: string | null;
}

const longest = 100;

/** `q`: a text that one of the columns has in it, in either case of unaccented letters. */
export function textFilter(column: SQLiteColumn, ...others: SQLiteColumn[]): Filter<Text> {
  return {
    params: ["q"],
    read: ({ one }) => ({ text: one("q", (text) => (text.length <= longest ? text : null)) }),
    write: ({ text }) => ({ q: text }),
    conditions({ text }) {
      if (text === null) return [];
      return [{ column, holds: or(...[column, ...others].map((each) => has(each, text))) }];
    },
  };
}

/** Whether a column has a text in it, in either case of unaccented letters. */
export function has(column: SQLiteColumn, text: string): SQL {
  const pattern = `%${text.replace(/[\\%_]/g, "\\$&")}%`;
  return sql`lower(${column}) like lower(${pattern}) escape '\\'`;
}
