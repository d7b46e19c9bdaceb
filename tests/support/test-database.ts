import { createHash, randomUUID } from "node:crypto";
import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { closeDatabase } from "#db/database";
import { dialect } from "#db/dialect";
import { migrateDatabase } from "#db/migrate";
import { migrationsFolder } from "#db/migrations-folder";
import { atEnd } from "#tests/support/at-end";

let opened = false;

/** Gives this test file a database of its own, copied from a migrated template. */
export async function useTestDatabase(): Promise<void> {
  if (opened) return;
  opened = true;
  if (dialect === "postgres") {
    await migrateDatabase();
    atEnd(closeDatabase);
    return;
  }
  const folder = mkdtempSync(join(tmpdir(), "comptoir-test-"));
  const file = join(folder, "test.db");
  copyFileSync(await template(), file);
  process.env.DATABASE_URL = `file:${file}`;
  atEnd(async () => {
    await closeDatabase();
    rmSync(folder, { recursive: true, force: true });
  });
}

/** A migrated, empty file; made once for each state of the migrations. */
async function template(): Promise<string> {
  const folder = migrationsFolder("sqlite");
  const migrations = readdirSync(folder)
    .filter((name) => name.endsWith(".sql"))
    .sort();
  const hash = createHash("sha256");
  for (const name of migrations) hash.update(readFileSync(join(folder, name)));
  const file = join(tmpdir(), `comptoir-template-${hash.digest("hex").slice(0, 16)}.db`);
  if (existsSync(file)) return file;

  const building = `${file}.${randomUUID()}`;
  process.env.DATABASE_URL = `file:${building}`;
  await migrateDatabase();
  await closeDatabase(); // the last connection folds the write-ahead log into the file
  renameSync(building, file);
  return file;
}
