import { getTableColumns, getTableName, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Tx } from "#lib/auth/viewer";

/**
 * Inserts encoded rows with one prepared statement, a row each time: SQLite copies every page that a statement of
 * several rows changes, in case it fails half-way.
 */
export async function insertRows(tx: Tx, table: SQLiteTable, rows: readonly unknown[][]): Promise<void> {
  const names = Object.keys(getTableColumns(table));
  const statement = tx.prepared(`insert ${getTableName(table)}`, (db) =>
    db.insert(table).values(placeholdersOf(names)).prepare(),
  );
  for (const row of rows) {
    await statement.execute(Object.fromEntries(names.map((name, place) => [name, row[place]])));
  }
}

function placeholdersOf(names: readonly string[]) {
  return Object.fromEntries(names.map((name) => [name, sql`${sql.placeholder(name)}`]));
}

/**
 * The values of rows as the database stores them, in the order of the table's columns; a column left out is null.
 * drizzle would store a null in a JSON column as the text "null"; so values are encoded here, null stays null.
 */
export function encodedRows<T extends SQLiteTable>(
  table: T,
  rows: readonly T["$inferInsert"][],
): unknown[][] {
  const columns = Object.entries(getTableColumns(table));
  return rows.map((row: Record<string, unknown>) =>
    columns.map(([name, column]) => {
      const value = row[name] ?? null;
      return value === null ? null : column.mapToDriverValue(value);
    }),
  );
}
