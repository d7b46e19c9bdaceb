import { createHash, randomUUID } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closeDatabase } from "#db/database";
import { dialect } from "#db/dialect";
import { migrateDatabase } from "#db/migrate";
import { migrationsFolder } from "#db/migrations-folder";
import { createSearchIndex } from "#db/search-index";
import { closeRequestLog } from "#lib/request-log/write";
import { closeThreads } from "#lib/work/threads";
import { atEnd } from "#tests/support/at-end";

let opened = false;

/** Gives this test file a database of its own, copied from a migrated template. */
export async function useTestDatabase(): Promise<void> {
  if (opened) return;
  opened = true;
  const folder = mkdtempSync(join(tmpdir(), "comptoir-test-"));
  const own = join(folder, "test.db");
  cpSync(await template(), own, { recursive: true });
  // What an earlier file left running may have opened its own again.
  await closeAll();
  process.env.DATABASE_URL = addressOf(own);
  atEnd(async () => {
    await closeAll();
    opened = false;
    rmSync(folder, { recursive: true, force: true });
  });
}

async function closeAll(): Promise<void> {
  await closeRequestLog();
  await closeThreads();
  await closeDatabase();
}

/** A migrated, empty file, or a folder for Postgres; made once for each state of the migrations. */
async function template(): Promise<string> {
  const folder = migrationsFolder(dialect);
  const migrations = readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort();
  const hash = createHash("sha256").update(dialect).update(createSearchIndex);
  for (const name of migrations) hash.update(readFileSync(join(folder, name)));
  const made = join(tmpdir(), `comptoir-template-${hash.digest("hex").slice(0, 16)}.db`);
  if (existsSync(made)) return made;

  const building = `${made}.${randomUUID()}`;
  process.env.DATABASE_URL = addressOf(building);
  await migrateDatabase();
  await closeDatabase(); // the last connection folds the write-ahead log into the file
  try {
    renameSync(building, made);
  } catch (error) {
    // Another worker was first: a folder takes no other's place.
    if (!existsSync(made)) throw error;
    rmSync(building, { recursive: true });
  }
  return made;
}

function addressOf(path: string): string {
  return dialect === "postgres" ? `pglite://${path}` : `file:${path}`;
}
