import { existsSync, rmSync } from "node:fs";
import { copyFile, mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, relative } from "node:path";
import Database from "better-sqlite3";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { databaseFile } from "./database.ts";
import { dialectOf } from "./dialect.ts";
import { filesFolder } from "./files-folder.ts";
import { migrationsFolder } from "./migrations-folder.ts";

/**
 * Copies the database to `file` while it is in use, and the files that were uploaded to a folder beside it. The copy
 * is as of one moment. `onProgress` hears 0 to 1. Throws when `file` exists.
 */
export async function backupTo(file: string, onProgress: (done: number) => void = () => {}): Promise<void> {
  await copyDatabase(file, onProgress);
  // What the copy names is there still: contents never change, and come before what names them.
  await copyFolder(filesFolder(ownFile()), filesFolder(file));
}

async function copyDatabase(file: string, onProgress: (done: number) => void = () => {}): Promise<void> {
  const source = openExisting(ownFile());
  try {
    if (await exists(file)) throw new Error(`${file} exists; choose another name`);
    await mkdir(dirname(file), { recursive: true });
    holdStill(source);
    await source.backup(file, {
      progress: ({ totalPages, remainingPages }) => {
        onProgress(totalPages === 0 ? 1 : 1 - remainingPages / totalPages);
        return 4096;
      },
    });
    makeSelfContained(file);
  } finally {
    source.close();
  }
}

/**
 * Puts a backup in the database's place, with the files in the folder beside it; what was there is kept and its name
 * returned. Throws while a server uses the database, and when `file` is no sound Comptoir backup.
 */
export async function restoreFrom(file: string): Promise<string | undefined> {
  const target = ownFile();
  assertSound(file);
  if (!(await exists(target))) {
    await mkdir(dirname(target), { recursive: true });
    await copyFile(file, target);
    await copyFolder(filesFolder(file), filesFolder(target));
    return undefined;
  }
  foldLogIntoFile(target);
  const kept = besides(target, "before-restore");
  const incoming = `${target}.incoming`;
  await copyFile(file, incoming);
  await rename(target, kept);
  await rename(incoming, target);
  await restoreFiles(filesFolder(file), filesFolder(target), filesFolder(kept));
  await Promise.all(logsOf(target).map((name) => rm(name, { force: true })));
  return kept;
}

/** Backs up data that a coming migration would change; returns the copy's name, or undefined when none was due. */
export async function backupBeforeMigrating(): Promise<string | undefined> {
  if (dialectOf(process.env.DATABASE_URL) !== "sqlite") return undefined;
  const file = databaseFile();
  if (!(await exists(file)) || !isBehind(file)) return undefined;
  const copy = besides(file, "before-migration");
  await copyDatabase(copy); // migrations do not touch uploaded files
  await forgetOldest(file);
  return copy;
}

/** A backup without files, such as one from before a migration, leaves those that are there. */
async function restoreFiles(source: string, target: string, kept: string): Promise<void> {
  if (!(await exists(source))) return;
  if (await exists(target)) await rename(target, kept);
  await copyFolder(source, target);
}

/** Files that vanish meanwhile have expired. */
async function copyFolder(source: string, target: string): Promise<void> {
  const entries = await readdir(source, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries.filter((one) => one.isFile())) {
    const from = join(entry.parentPath, entry.name);
    const to = join(target, relative(source, from));
    await mkdir(dirname(to), { recursive: true, mode: 0o700 });
    await copyFile(from, to).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT") throw error;
    });
  }
}

function ownFile(): string {
  if (dialectOf(process.env.DATABASE_URL) !== "sqlite") {
    throw new Error(
      "DATABASE_URL: backup and restore work on a SQLite file; use Postgres's own tools for Postgres",
    );
  }
  return databaseFile();
}

function openExisting(file: string): Database.Database {
  try {
    return new Database(file, { readonly: true, fileMustExist: true, timeout: 5000 });
  } catch {
    throw new Error(`There is no database at ${file}`);
  }
}

/** Stays with one moment: without it, every write by the server would make the copy begin again. */
function holdStill(source: Database.Database): void {
  source.exec("BEGIN");
  source.prepare("SELECT 1 FROM sqlite_master").get();
}

/** One file without a log beside it: safe to copy, send and open read-only. */
function makeSelfContained(file: string): void {
  const copy = new Database(file);
  copy.pragma("journal_mode = DELETE");
  copy.close();
}

function assertSound(file: string): void {
  const strays = logsOf(file).filter((name) => !existsSync(name));
  const backup = openExisting(file);
  try {
    const answer = backup.pragma("quick_check", { simple: true });
    if (answer !== "ok" || lastMigration(backup) === undefined) throw new Error();
  } catch {
    throw new Error(`${file} is not a sound Comptoir backup; nothing was changed`);
  } finally {
    backup.close();
    for (const name of strays) rmSync(name, { force: true });
  }
}

/** What SQLite keeps beside a file in WAL mode, and leaves there when it may only read. */
function logsOf(file: string): string[] {
  return [`${file}-wal`, `${file}-shm`];
}

/** Leaving WAL mode needs the file to itself, so this fails exactly while a server, or another command, uses it. */
function foldLogIntoFile(file: string): void {
  const current = new Database(file, { timeout: 0 });
  try {
    if (current.pragma("journal_mode = DELETE", { simple: true }) !== "delete") throw new Error();
  } catch {
    throw new Error(`${file} is in use; stop the server first`);
  } finally {
    current.close();
  }
}

function isBehind(file: string): boolean {
  const current = openExisting(file);
  try {
    const last = lastMigration(current);
    if (last === undefined) return false;
    return readMigrationFiles({ migrationsFolder: migrationsFolder("sqlite") }).some(
      (m) => m.folderMillis > last,
    );
  } finally {
    current.close();
  }
}

/** When the newest applied migration was made; undefined for a file that Comptoir never migrated. */
function lastMigration(handle: Database.Database): number | undefined {
  const known = handle.prepare("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'").get();
  if (!known) return undefined;
  const newest = handle.prepare("SELECT max(created_at) FROM __drizzle_migrations").pluck().get();
  return typeof newest === "number" ? newest : undefined;
}

function besides(file: string, why: string): string {
  const time = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
  return `${file}.${why}-${time}`;
}

async function forgetOldest(file: string): Promise<void> {
  const names = await readdir(dirname(file));
  const copies = names.filter((name) => name.startsWith(`${basename(file)}.before-migration-`)).sort();
  await Promise.all(copies.slice(0, -5).map((name) => rm(join(dirname(file), name))));
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
