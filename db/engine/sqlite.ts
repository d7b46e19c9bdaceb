import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate } from "drizzle-orm/better-sqlite3/migrator";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { migrationsFolder } from "../migrations-folder.ts";
import { createSearchIndex } from "../search-index.ts";
import { concealing, perConceal } from "./concealing.ts";
import { type Connection, type Db, type Engine, insertOf, type Prepared } from "./engine.ts";
import { remembering } from "./remembering.ts";
import { createWriter } from "./writer.ts";

/**
 * How much of the file a connection keeps at hand: a server what is asked for again, a thread that reads all of it once
 * little, who fills it what the next rows change again. Pages are copied from the log to the file after so many: after
 * SQLite's own 1,000, the same ones that every payment changes would be copied three times as often as after 8,000, and
 * a transaction of who fills it changes more. Savepoints keep what they would undo in memory, where a transaction finds
 * no file to make anew; but there each statement walks all of it, which makes a long transaction slower with the square
 * of its length.
 */
const kept = {
  server: { cacheKilobytes: 65_536, mappedBytes: 268_435_456, loggedPages: 8_000, undo: "MEMORY" },
  once: { cacheKilobytes: 8_192, mappedBytes: 0, loggedPages: 1_000, undo: "MEMORY" },
  fill: { cacheKilobytes: 524_288, mappedBytes: 268_435_456, loggedPages: 20_000, undo: "FILE" },
};

/** What the file is opened for: to be read and written again and again, to be read through once, or to be filled. */
export type Use = keyof typeof kept;

/** The default: one SQLite file, one writer connection behind a queue, one connection for reads. */
export function openSqlite(file: string, use: Use = "server"): Engine {
  // Each connection is opened at its first use: a worker thread never writes, and nothing can be read from a
  // file before the first migration made it.
  const writing = once(() => openWriter(file, use));
  const reading = once(() => openReader(file, use));

  return {
    get reader() {
      return reading.get().connection;
    },
    concealed: perConceal((cover) => concealing(builderOn(remembering(reading.get().handle)), cover)),
    write: (body) => writing.get().writer.run(body),
    async snapshot(body) {
      const { handle, connection } = openReader(file, use);
      try {
        handle.exec("BEGIN");
        return await body(connection);
      } finally {
        handle.close();
      }
    },
    async migrate() {
      const { handle } = writing.get();
      migrate(drizzle(handle), { migrationsFolder: migrationsFolder("sqlite") });
      handle.exec(createSearchIndex);
    },
    async close() {
      await writing.made()?.writer.drain();
      reading.made()?.handle.close();
      writing.made()?.handle.close();
    },
  };
}

function once<T>(make: () => T): { get(): T; made(): T | undefined } {
  let value: T | undefined;
  return { get: () => (value ??= make()), made: () => value };
}

function openWriter(file: string, use: Use) {
  mkdirSync(dirname(file), { recursive: true });
  // What both connections had mapped would count twice, and what a transaction changes goes through the cache anyway.
  const handle = open(file, { readonly: false, ...kept[use], mappedBytes: 0 });
  const execute = controlOf(handle);
  return { handle, writer: createWriter(connect(handle, execute), execute) };
}

function openReader(file: string, use: Use) {
  const handle = open(file, { readonly: true, ...kept[use] });
  return { handle, connection: connect(remembering(handle), controlOf(handle)) };
}

interface Opening {
  readonly: boolean;
  cacheKilobytes: number;
  mappedBytes: number;
  loggedPages: number;
  undo: string;
}

function open(file: string, options: Opening): Database.Database {
  const handle = new Database(file, { readonly: options.readonly, timeout: 5000 });
  if (!options.readonly) handle.pragma("journal_mode = WAL");
  handle.pragma("synchronous = FULL"); // better-sqlite3 chooses NORMAL in WAL: an acknowledged payment must survive power loss
  handle.pragma("foreign_keys = ON");
  handle.pragma(`cache_size = -${options.cacheKilobytes}`);
  handle.pragma(`mmap_size = ${options.mappedBytes}`);
  handle.pragma(`wal_autocheckpoint = ${options.loggedPages}`);
  handle.pragma(`temp_store = ${options.undo}`);
  return handle;
}

function builderOn(handle: Database.Database): Db {
  // eslint-disable-next-line no-restricted-syntax -- typed as asynchronous: Postgres is, and callers always await
  return drizzle(handle, { casing: "snake_case" }) as unknown as Db;
}

/** Begins and ends transactions: the same few statements at every payment, so compiled once. */
function controlOf(handle: Database.Database): (statement: string) => void {
  const compiled = new Map<string, Database.Statement>();
  return (text) => {
    let statement = compiled.get(text);
    if (!statement) compiled.set(text, (statement = handle.prepare(text)));
    statement.run();
  };
}

function connect(handle: Database.Database, execute: (statement: string) => void): Connection {
  const db = builderOn(handle);
  const statements = new Map<string, Prepared<unknown>>();
  const inserts = new Map<SQLiteTable, Database.Statement>();
  let depth = 0;
  const connection: Connection = {
    db,
    prepared<Row>(key: string, build: (db: Db) => Prepared<Row>) {
      let statement = statements.get(key);
      if (!statement) statements.set(key, (statement = build(db)));
      return statement as Prepared<Row>;
    },
    plain: (statement, values) => statement.values(values),
    async insertPlain(table, rows) {
      let statement = inserts.get(table);
      if (!statement) inserts.set(table, (statement = handle.prepare(insertOf(db, table).toSQL().sql)));
      for (const row of rows) statement.run(row);
    },
    async savepoint(body) {
      // A full disk ends the whole transaction by itself: a savepoint would then begin one of its own, and its end keep
      // what is written again when the others are.
      if (!handle.inTransaction) throw new Error("The transaction has ended");
      const name = `nested_${++depth}`;
      execute(`SAVEPOINT ${name}`);
      try {
        const result = await body(connection);
        execute(`RELEASE ${name}`);
        return result;
      } catch (error) {
        if (handle.inTransaction) {
          execute(`ROLLBACK TO ${name}`);
          execute(`RELEASE ${name}`);
        }
        throw error;
      } finally {
        depth--;
      }
    },
  };
  return connection;
}
