import { and, eq, getTableName, inArray, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import type { IdentifiedTable } from "#db/rows";
import type { Handle } from "#db/transaction";

/** The tenant's rows whose column is one of these; `within`: only of those whose other column is this. */
export async function rowsOf<T extends IdentifiedTable>(
  { prepared, environmentId }: Handle,
  table: T,
  column: SQLiteColumn,
  values: readonly string[],
  within?: { column: SQLiteColumn; value: string },
): Promise<T["$inferSelect"][]> {
  const last = values.at(-1);
  if (last === undefined) return [];
  const given: IdentifiedTable = table;
  // Filled up to a power of two, for a few statements to serve lists of every length.
  const names = Array.from({ length: 2 ** Math.ceil(Math.log2(values.length)) }, (_, at) => `value${at}`);
  const name = [getTableName(table), column.name, within?.column.name, names.length].join(" ");
  const statement = prepared(`rows of ${name}`, (db) =>
    db
      .select()
      .from(given)
      .where(
        and(
          eq(table.environmentId, sql.placeholder("environmentId")),
          within && eq(within.column, sql.placeholder("within")),
          inArray(
            column,
            names.map((name) => sql.placeholder(name)),
          ),
        ),
      )
      .prepare(),
  );
  const sought = Object.fromEntries(names.map((name, at) => [name, values[at] ?? last]));
  return statement.execute({ environmentId, ...(within && { within: within.value }), ...sought });
}
