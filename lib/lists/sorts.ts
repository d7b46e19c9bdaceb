import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { Amounts } from "./filters/amount-filter.ts";
import type { Reading } from "./list-source.ts";
import type { Listed } from "./read-page.ts";
import type { IndexedSort } from "./table-lanes.ts";
import type { ListedTable } from "./walk.ts";

/** An order of a list. */
export interface DeclaredSort<Row, Query> extends IndexedSort {
  /** Where a row stands in it. */
  of(row: Row): number;
  /** Whether what the query asks for can be put in this order; the usual one counts where it cannot. */
  suits?(query: Query): boolean;
  /** Adds to the query what the order cannot do without. */
  complete?(query: Query, reading: Reading): Query;
}

/** Newest first and oldest first: what every list has. */
export function creationSorts(table: ListedTable) {
  const of = ({ createdAt }: Listed) => createdAt;
  return {
    newest: { column: table.createdAt, order: "descending" as const, of },
    oldest: { column: table.createdAt, order: "ascending" as const, of },
  };
}

/**
 * Largest first and smallest first, within one currency: the account's own unless another one is asked for. The table
 * has an index of (tenant, currency, amount, id).
 */
export function amountSorts<Row>(
  columns: { amount: SQLiteColumn; currency: SQLiteColumn },
  of: (row: Row) => number,
) {
  const sort = {
    column: columns.amount,
    behind: columns.currency,
    of,
    complete: <Query extends Amounts>(query: Query, { currency }: Reading): Query => ({
      ...query,
      currency: query.currency ?? currency,
    }),
  };
  return {
    largest: { ...sort, order: "descending" as const },
    smallest: { ...sort, order: "ascending" as const },
  };
}
