import { getTableColumns, getTableName, sql } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { Tx } from "#lib/auth/viewer";

/**
 * Inserts rows with one prepared statement, a row each time: SQLite copies every page that a statement of several
 * rows changes, in case it fails half-way. A column left out is null.
 */
export async function insertRows<T extends SQLiteTable>(
  tx: Tx,
  table: T,
  rows: T["$inferInsert"][],
): Promise<void> {
  const statement = tx.prepared(`insert ${getTableName(table)}`, (db) =>
    db.insert(table).values(placeholdersOf(table)).prepare(),
  );
  for (const row of rows) await statement.execute(encoded(table, row));
}

function placeholdersOf<T extends SQLiteTable>(table: T): T["$inferInsert"] {
  const names = Object.keys(getTableColumns(table));
  return Object.fromEntries(names.map((name) => [name, sql`${sql.placeholder(name)}`]));
}

/** drizzle would store a null in a JSON column as the text "null"; so values are encoded here, null stays null. */
function encoded(table: SQLiteTable, row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(getTableColumns(table)).map(([name, column]) => {
      const value = row[name] ?? null;
      return [name, value === null ? null : column.mapToDriverValue(value)];
    }),
  );
}
