import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import Database from "better-sqlite3";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { backupBeforeMigrating, backupTo, restoreFrom } from "#db/backup";
import { closeDatabase } from "#db/database";
import { migrateDatabase } from "#db/migrate";

let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "comptoir-"));
  file = join(folder, "business.db");
  vi.stubEnv("DATABASE_URL", `file:${file}`);
});

afterEach(async () => {
  await closeDatabase();
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

test("a backup taken while the database is written to is as of one moment, and whole", async () => {
  await aBusiness();
  const writing = new Database(file);
  writing.exec("CREATE TABLE pairs (a INTEGER, b INTEGER); INSERT INTO pairs VALUES (0, 0)");
  const filler = writing.prepare("INSERT INTO pairs VALUES (zeroblob(4000), 0)");
  writing.transaction(() => Array.from({ length: 6000 }, () => filler.run()))();
  let written = 0;
  const copy = join(folder, "copies", "today.db");
  await backupTo(copy, () => {
    written += 1;
    writing.exec(`INSERT INTO pairs VALUES (${written}, ${written})`);
  });
  writing.close();

  expect(written).toBeGreaterThan(0);
  const read = new Database(copy, { readonly: true });
  expect(read.pragma("integrity_check", { simple: true })).toBe("ok");
  expect(read.prepare("SELECT count(*) FROM pairs").pluck().get()).toBe(6001);
  read.close();
  expect(readdirSync(join(folder, "copies"))).toEqual(["today.db"]);
});

test("a backup never overwrites a file", async () => {
  await aBusiness();
  await backupTo(join(folder, "copy.db"));
  await expect(backupTo(join(folder, "copy.db"))).rejects.toThrow("exists");
});

test("without a database there is nothing to back up", async () => {
  await expect(backupTo(join(folder, "copy.db"))).rejects.toThrow(`There is no database at ${file}`);
});

test("a restore brings the past back and keeps what was there", async () => {
  await aBusiness();
  note("before");
  await backupTo(join(folder, "copy.db"));
  note("after");
  const kept = await restoreFrom(join(folder, "copy.db"));
  expect(notes(file)).toEqual(["before"]);
  expect(notes(kept ?? "")).toEqual(["before", "after"]);
});

test("a restore makes the database where there is none yet", async () => {
  await aBusiness();
  note("kept");
  await backupTo(join(folder, "copy.db"));
  vi.stubEnv("DATABASE_URL", `file:${join(folder, "elsewhere", "new.db")}`);
  expect(await restoreFrom(join(folder, "copy.db"))).toBeUndefined();
  expect(notes(join(folder, "elsewhere", "new.db"))).toEqual(["kept"]);
});

test("a restore leaves nothing beside the file it read, and keeps the log of one in use", async () => {
  await aBusiness();
  await backupTo(join(folder, "copy.db"));
  const logged = new Database(join(folder, "copy.db"));
  logged.pragma("journal_mode = WAL");
  logged.close();
  await restoreFrom(join(folder, "copy.db"));
  expect(readdirSync(folder).filter((name) => name.startsWith("copy.db"))).toEqual(["copy.db"]);

  const reopened = new Database(join(folder, "copy.db"));
  reopened.exec("CREATE TABLE jottings (text TEXT)");
  await restoreFrom(join(folder, "copy.db"));
  expect(readdirSync(folder)).toContain("copy.db-wal");
  reopened.close();
});

test("uploaded files go with the database, there and back", async () => {
  await aBusiness();
  upload("1/contract", "as signed");
  await backupTo(join(folder, "copy.db"));
  upload("1/contract", "changed since");
  upload("1/later", "new");
  const kept = await restoreFrom(join(folder, "copy.db"));
  expect(readdirSync(join(`${file}.files`, "1"))).toEqual(["contract"]);
  expect(readFileSync(join(`${file}.files`, "1", "contract"), "utf8")).toBe("as signed");
  expect(readFileSync(join(`${kept}.files`, "1", "later"), "utf8")).toBe("new");
  rmSync(`${join(folder, "copy.db")}.files`, { recursive: true });
  await restoreFrom(join(folder, "copy.db"));
  expect(readdirSync(join(`${file}.files`, "1"))).toEqual(["contract"]);
});

test("a database in use is not replaced", async () => {
  await aBusiness();
  await backupTo(join(folder, "copy.db"));
  await migrateDatabase();
  await expect(restoreFrom(join(folder, "copy.db"))).rejects.toThrow("in use; stop the server first");
});

test("what is no backup is refused and changes nothing", async () => {
  await aBusiness();
  note("safe");
  writeFileSync(join(folder, "letter.txt"), "Dear bookkeeper".repeat(1000));
  new Database(join(folder, "other.db")).exec("CREATE TABLE recipes (id)").close();
  for (const name of ["letter.txt", "other.db"]) {
    await expect(restoreFrom(join(folder, name))).rejects.toThrow("not a sound Comptoir backup");
  }
  expect(notes(file)).toEqual(["safe"]);
});

test("existing data is backed up before it is migrated, and only then", async () => {
  expect(await backupBeforeMigrating()).toBeUndefined();
  await aBusiness();
  expect(await backupBeforeMigrating()).toBeUndefined();
  note("precious");
  pretendOlder();
  const copy = await backupBeforeMigrating();
  expect(notes(copy ?? "")).toEqual(["precious"]);
});

test("the five newest copies from before a migration are kept", async () => {
  await aBusiness();
  pretendOlder();
  for (let day = 1; day <= 6; day += 1) writeFileSync(`${file}.before-migration-2020010${day}T000000Z`, "");
  await backupBeforeMigrating();
  const copies = readdirSync(folder).filter((name) => name.includes("before-migration"));
  expect(copies).toHaveLength(5);
  expect(copies).not.toContain("business.db.before-migration-20200102T000000Z");
  expect(readFileSync(join(folder, copies.sort().at(-1) ?? "")).length).toBeGreaterThan(0);
});

async function aBusiness(): Promise<void> {
  await migrateDatabase();
  await closeDatabase();
}

function upload(name: string, text: string): void {
  mkdirSync(dirname(join(`${file}.files`, name)), { recursive: true });
  writeFileSync(join(`${file}.files`, name), text);
}

function note(text: string): void {
  const handle = new Database(file);
  handle.exec("CREATE TABLE IF NOT EXISTS jottings (text TEXT)");
  handle.prepare("INSERT INTO jottings VALUES (?)").run(text);
  handle.close();
}

function notes(name: string): unknown[] {
  const handle = new Database(name, { readonly: true });
  const rows = handle.prepare("SELECT text FROM jottings ORDER BY rowid").pluck().all();
  handle.close();
  return rows;
}

function pretendOlder(): void {
  const handle = new Database(file);
  handle.exec("UPDATE __drizzle_migrations SET created_at = 1");
  handle.close();
}
