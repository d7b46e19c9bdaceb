import { and, type Column, eq, getTableColumns, getTableName, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { insertOf } from "./engine/engine.ts";
import type { Handle, Tx } from "./transaction.ts";

/** A table of business rows: the tenant comes first in its primary key. */
export type TenantTable = SQLiteTable & { environmentId: SQLiteColumn };
export type IdentifiedTable = TenantTable & { id: SQLiteColumn };

type Row<T extends SQLiteTable> = T["$inferSelect"];
type NewRow<T extends SQLiteTable> = Omit<T["$inferInsert"], "environmentId">;

/** Adds a row to the transaction's environment and returns it whole; a column left out holds its default, or null. */
export async function insert<T extends TenantTable>(tx: Tx, table: T, row: NewRow<T>): Promise<Row<T>> {
  const columns = getTableColumns(table);
  const whole: Record<string, unknown> = {};
  const given: Record<string, unknown> = row;
  for (const name in columns) whole[name] = given[name] ?? columns[name]?.default ?? null;
  whole.environmentId = tx.environmentId;

  const statement = tx.prepared(`insert ${getTableName(table)}`, (db) => insertOf(db, table).prepare());
  await statement.execute(encoded(columns, whole));
  return whole;
}

/** The row of this id in this environment, or undefined: another tenant's id is as good as none. */
export async function find<T extends IdentifiedTable>(
  handle: Handle,
  table: T,
  id: string,
): Promise<Row<T> | undefined> {
  const statement = handle.prepared(`find ${getTableName(table)}`, (db) =>
    db
      .select()
      .from(table as SQLiteTable)
      .where(byId(table))
      .prepare(),
  );
  const [row] = await statement.execute({ environmentId: handle.environmentId, id });
  return row;
}

/** Changes the named columns of one row. */
export async function update<T extends IdentifiedTable>(
  tx: Tx,
  table: T,
  id: string,
  patch: Partial<NewRow<T>>,
): Promise<void> {
  const given: Record<string, unknown> = patch;
  const names = Object.keys(given).filter((name) => given[name] !== undefined);
  if (names.length === 0) return;
  const columns = getTableColumns(table);
  const changed = Object.fromEntries(names.map((name) => [name, columns[name]] as const));

  const statement = tx.prepared(`update ${getTableName(table)} ${names.join()}`, (db) =>
    db
      .update(table)
      .set(placeholders(names, "set_") as Partial<T["$inferInsert"]>)
      .where(byId(table))
      .prepare(),
  );
  await statement.execute({ ...encoded(changed, given, "set_"), environmentId: tx.environmentId, id });
}

/** Applies a patch to the row and returns it as it is afterwards. */
export async function change<T extends IdentifiedTable>(
  tx: Tx,
  table: T,
  row: Row<T> & { id: string },
  patch: Partial<NewRow<T>>,
): Promise<Row<T>> {
  await update(tx, table, row.id, patch);
  return { ...row, ...patch };
}

/** Takes a row away for good. For what nothing refers to; most things only end. */
export async function remove(tx: Tx, table: IdentifiedTable, id: string): Promise<void> {
  const statement = tx.prepared(`remove ${getTableName(table)}`, (db) =>
    db
      .delete(table as SQLiteTable)
      .where(byId(table))
      .prepare(),
  );
  await statement.execute({ environmentId: tx.environmentId, id });
}

function byId(table: IdentifiedTable): SQL | undefined {
  return and(eq(table.environmentId, sql.placeholder("environmentId")), eq(table.id, sql.placeholder("id")));
}

function placeholders(names: string[], prefix: string): Record<string, SQL> {
  return Object.fromEntries(names.map((name) => [name, sql`${sql.placeholder(prefix + name)}`]));
}

function encoded(columns: Record<string, Column | undefined>, row: Record<string, unknown>, prefix = "") {
  const values: Record<string, unknown> = {};
  for (const name in columns) values[prefix + name] = stored(columns[name], row[name]);
  return values;
}

/** Rows for `insertPlain`: their values as the database stores them, in the order of the table's columns; what is left out is null. */
export function encodedRows<T extends SQLiteTable>(
  table: T,
  rows: readonly T["$inferInsert"][],
): unknown[][] {
  const columns = Object.entries(getTableColumns(table));
  return rows.map((row: Record<string, unknown>) =>
    columns.map(([name, column]) => stored(column, row[name])),
  );
}

/** drizzle would store a null in a JSON column as the text "null"; so values are encoded here, null stays null. */
function stored(column: Column | undefined, value: unknown): unknown {
  return value === null || value === undefined ? null : column?.mapToDriverValue(value);
}
