import { getTableColumns, sql } from "drizzle-orm";
import type { BaseSQLiteDatabase, SQLiteTable } from "drizzle-orm/sqlite-core";
import type { EnvironmentId } from "../schema/columns.ts";
import type { Conceal } from "./concealing.ts";

/** drizzle's builder, typed as SQLite's but always awaited: Postgres answers later. */
export type Db = BaseSQLiteDatabase<"async", unknown, Record<string, never>>;

export interface Prepared<Row> {
  execute(values?: Record<string, unknown>): Promise<Row>;
}

/** A select that was built once, with its placeholders. */
export interface PreparedSelect {
  execute(values?: Record<string, unknown>): Promise<object[]>;
  values(values?: Record<string, unknown>): Promise<unknown[][]>;
}

/** A row as its fields in their order: decoded, or as the driver has them (truths as numbers, JSON as text). */
export type PlainRow = readonly unknown[];

/** A connection, or a transaction on one. */
export interface Connection {
  readonly db: Db;
  /** A statement built once a connection: drizzle's builder costs more than half of a small transaction. */
  prepared<Row>(key: string, build: (db: Db) => Prepared<Row>): Prepared<Row>;
  /** Many rows at the least cost: the builder's decoding takes longer than reading them. */
  plain(statement: PreparedSelect, values: Record<string, unknown>): Promise<PlainRow[]>;
  /**
   * Many rows into one table at the least cost, of each the values as the database stores them, in the order of the
   * table's columns: by name the builder takes as long to hand them over as a small row takes to be written. A statement
   * a row, since SQLite copies every page that a statement of several rows changes, in case it fails half-way.
   */
  insertPlain(table: SQLiteTable, rows: readonly PlainRow[]): Promise<void>;
  savepoint<T>(body: (inner: Connection) => Promise<T>): Promise<T>;
}

/** The rows of a select where the builder decodes them. */
export async function decoded(
  statement: PreparedSelect,
  values: Record<string, unknown>,
): Promise<PlainRow[]> {
  return (await statement.execute(values)).map((row) => Object.values(row));
}

/** An insert of one row with a placeholder for each of the table's columns, in their order. */
export function insertOf(db: Db, table: SQLiteTable) {
  const names = Object.keys(getTableColumns(table));
  return db
    .insert(table)
    .values(Object.fromEntries(names.map((name) => [name, sql`${sql.placeholder(name)}`])));
}

export interface Engine {
  /** For reads outside transactions: sees only what is committed. */
  readonly reader: Connection;
  /** The same, for who may not see everything in an environment: each row passes `conceal` first. */
  concealed(conceal: Conceal, environmentId: EnvironmentId): Connection;
  /** Runs `body` in a transaction; resolves when it is durable. `body` may run again and awaits nothing else. */
  write<T>(body: (connection: Connection) => Promise<T>): Promise<T>;
  /** Runs `body` on one moment of the database, whatever is written meanwhile; it only reads. */
  snapshot<T>(body: (connection: Connection) => Promise<T>): Promise<T>;
  migrate(): Promise<void>;
  close(): Promise<void>;
}
