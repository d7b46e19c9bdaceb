/* eslint-disable no-restricted-syntax -- everything is typed as SQLite's builder; here the two dialects meet */
import { getTableColumns } from "drizzle-orm";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import { migrationsFolder } from "../migrations-folder.ts";
import { createSearchIndex } from "../search-index.ts";
import { concealing, perConceal } from "./concealing.ts";
import { type Connection, type Db, decoded, type Engine, insertOf } from "./engine.ts";

type Pg = PgDatabase<PgQueryResultHKT, Record<string, never>>;

/** The Postgres dialect, embedded: `pglite://memory`, or `pglite://` and a folder. */
export async function openPglite(url: string): Promise<Engine> {
  const { PGlite } = await import("@electric-sql/pglite");
  const { drizzle } = await import("drizzle-orm/pglite");
  const { migrate } = await import("drizzle-orm/pglite/migrator");
  const folder = url.replace(/^pglite:\/\//, "");
  const client = await PGlite.create(folder === "memory" ? {} : { dataDir: folder });
  const db = drizzle(client, { casing: "snake_case" });

  return {
    reader: connect(db),
    concealed: perConceal((cover) =>
      concealing(drizzle(client, { casing: "snake_case" }) as unknown as Db, cover),
    ),
    write: (body) => db.transaction((tx) => body(connect(tx as unknown as Pg))),
    snapshot: (body) =>
      db.transaction((tx) => body(connect(tx as unknown as Pg)), {
        isolationLevel: "repeatable read",
        accessMode: "read only",
      }),
    async migrate() {
      await migrate(db, { migrationsFolder: migrationsFolder("postgres") });
      await client.exec(createSearchIndex);
    },
    close: () => client.close(),
  };
}

function connect(db: Pg): Connection {
  const typed = db as unknown as Db;
  return {
    db: typed,
    prepared: (_key, build) => build(typed),
    plain: decoded,
    async insertPlain(table, rows) {
      const names = Object.keys(getTableColumns(table));
      const statement = insertOf(typed, table).prepare();
      for (const row of rows) {
        await statement.execute(Object.fromEntries(names.map((name, place) => [name, row[place]])));
      }
    },
    savepoint: (body) => db.transaction((inner) => body(connect(inner as unknown as Pg))),
  };
}
