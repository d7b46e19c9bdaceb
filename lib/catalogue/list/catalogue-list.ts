import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { daysFilter } from "#lib/lists/filters/days-filter";
import { both, type Filter } from "#lib/lists/filters/filter";
import { textFilter } from "#lib/lists/filters/text-filter";
import type { ListSource, Sorted } from "#lib/lists/list-source";
import type { Listed } from "#lib/lists/read-page";
import { creationSorts } from "#lib/lists/sorts";
import { tableSource } from "#lib/lists/table-source";
import type { ListedTable } from "#lib/lists/walk";
import { wholeRows } from "#lib/lists/whole-rows";

interface CatalogueList<T extends ListedTable, Own extends object> {
  name: string;
  path: ListSource<Listed, Sorted>["path"];
  table: T;
  /** Where what somebody types is looked for. */
  texts: readonly [SQLiteColumn, ...SQLiteColumn[]];
  /** What this list is filtered by beside its texts and the days of creation. */
  own: Filter<Own>;
}

/** One list of the catalogue, newest first: all but the products, which have prices beside them. */
export function catalogueList<T extends ListedTable & { $inferSelect: Listed }, Own extends object>({
  name,
  path,
  table,
  texts,
  own,
}: CatalogueList<T, Own>) {
  return tableSource({
    name,
    permission: "products:read",
    path,
    table,
    filters: both(own, both(textFilter(...texts), daysFilter(table.createdAt))),
    sorts: creationSorts(table),
    select: wholeRows(table),
  });
}
