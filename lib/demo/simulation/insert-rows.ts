import { type Column, getTableColumns, getTableName, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Tx } from "#lib/auth/viewer";

/** Few enough values for one statement, on both databases. */
const valuesPerStatement = 2000;

/** Inserts many rows with few statements, each prepared once; a column left out is null. */
export async function insertRows<T extends SQLiteTable>(
  tx: Tx,
  table: T,
  rows: T["$inferInsert"][],
): Promise<void> {
  if (rows.length === 0) return;
  const all = Object.entries(getTableColumns(table));
  const most = Math.max(1, Math.floor(valuesPerStatement / all.length));
  const columns = all.map(([name, column]) => ({
    name,
    column,
    keys: Array.from({ length: most }, (_, row) => name + row),
  }));
  for (let start = 0; start < rows.length;) {
    const count = rows.length - start >= most ? most : 1;
    const values: Record<string, unknown> = {};
    for (let row = 0; row < count; row++) encode(columns, rows[start + row] ?? {}, row, values);
    await prepared(tx, table, columns, count).execute(values);
    start += count;
  }
}

interface NamedColumn {
  name: string;
  column: Column;
  /** What the value is called in each row of a statement. */
  keys: string[];
}

function prepared<T extends SQLiteTable>(tx: Tx, table: T, columns: NamedColumn[], count: number) {
  return tx.prepared(`insert ${count} ${getTableName(table)}`, (db) =>
    db
      .insert(table)
      .values(
        Array.from({ length: count }, (_, row) =>
          Object.fromEntries(columns.map(({ name }) => [name, sql`${sql.placeholder(name + row)}`])),
        ) as T["$inferInsert"][],
      )
      .prepare(),
  );
}

/** drizzle would store a null in a JSON column as the text "null"; so values are encoded here, null stays null. */
function encode(
  columns: NamedColumn[],
  given: Record<string, unknown>,
  row: number,
  values: Record<string, unknown>,
) {
  for (const { name, column, keys } of columns) {
    const value = given[name] ?? null;
    values[keys[row] ?? name] = value === null ? null : column.mapToDriverValue(value);
  }
}
