import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { createdWithin, type Days, readDays } from "../days.ts";
import type { Filter } from "./filter.ts";

/** On which days, of the reader's calendar, the moment in a column falls: `date`, `from` and `to`. */
export function daysFilter(column: SQLiteColumn): Filter<Days> {
  return {
    params: ["date", "from", "to"],
    read: readDays,
    write: ({ period, from, to }) => ({ date: period, from, to }),
    conditions: (days, reading) => {
      const { createdFrom: from, createdUntil: until } = createdWithin(days, reading);
      return from === undefined && until === undefined ? [] : [{ column, from, until }];
    },
  };
}
