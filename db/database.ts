import { dialectOf } from "./dialect.ts";
import type { Engine } from "./engine/engine.ts";
import { openPglite } from "./engine/postgres.ts";
import { openSqlite, type Use } from "./engine/sqlite.ts";
import { shared } from "./shared.ts";

const defaultUrl = "file:data/comptoir.db";
const slot = shared<{ engine?: Promise<Engine> }>("database", () => ({}));

/** The process's database, opened at its first use. */
export function database(): Promise<Engine> {
  return openFor("server");
}

/** Opens the database of a thread that reads through it, once: what it has read it does not keep. Before any other use. */
export async function openToReadOnce(): Promise<void> {
  await openFor("once");
}

/** Opens the database of a command that writes hundreds of thousands of rows. Before any other use. */
export async function openToFill(): Promise<void> {
  await openFor("fill");
}

function openFor(use: Use): Promise<Engine> {
  return (slot.engine ??= open(process.env.DATABASE_URL ?? defaultUrl, use));
}

export function databaseFile(url = process.env.DATABASE_URL ?? defaultUrl): string {
  return url.replace(/^file:/, "");
}

/** Finishes what is queued and closes the file. The next use opens it again. */
export async function closeDatabase(): Promise<void> {
  const engine = slot.engine;
  slot.engine = undefined;
  await (await engine)?.close();
}

async function open(url: string, use: Use): Promise<Engine> {
  if (url.startsWith("pglite:")) return openPglite(url);
  if (dialectOf(url) === "postgres") {
    throw new Error("DATABASE_URL: a Postgres server is not supported yet; use file:… or pglite://…");
  }
  return openSqlite(databaseFile(url), use);
}
