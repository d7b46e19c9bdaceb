import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { cp } from "node:fs/promises";
import { join } from "node:path";
import { operatorOf } from "../bin/support/operator.ts";
import { closeDatabase, openToFill } from "#db/database";
import { migrateDatabase } from "#db/migrate";
import { environmentBySlug } from "#lib/accounts/environments";
import { demoSlug } from "#lib/demo/credentials";
import { loadDemo } from "#lib/demo/load";
import { seedPayments } from "#lib/demo/seed";
import { createKey } from "#lib/keys/create-key";
import { scopeOf } from "#lib/keys/scopes";

/** Databases to measure on are kept between runs, apart from anybody's own. */
const folder = join("data", "bench");

/** The demo business: 20,000 payments. */
export function smallDatabase(): Promise<string> {
  return made("demo.db", async () => void (await loadDemo({ onProgress: () => {} })));
}

/** The same, grown to this many payments. Takes minutes the first time. */
export function largeDatabase(payments: number): Promise<string> {
  return made(`${payments}.db`, async () => {
    await loadDemo({ onProgress: () => {} });
    const environment = await environmentBySlug(demoSlug);
    if (!environment) throw new Error("The demo business is not there");
    const more = payments - 20_000;
    const onProgress = (done: number) => process.stderr.write(`\r  ${done} of ${more} payments made`);
    const begun = performance.now();
    await seedPayments({ environment, payments: more, seed: 1, until: Date.now(), onProgress });
    process.stderr.write(
      `\r  ${more} payments made in ${Math.round((performance.now() - begun) / 1000)} s\n`,
    );
  });
}

/** A copy to write into, in a folder of its own that goes with `discard`. */
export async function copyOf(file: string): Promise<{ file: string; discard(): void }> {
  mkdirSync(folder, { recursive: true });
  const place = mkdtempSync(join(folder, "copy-"));
  const copy = join(place, "comptoir.db");
  await cp(file, copy);
  return { file: copy, discard: () => rmSync(place, { recursive: true, force: true }) };
}

/** The text of a new key that may read payment intents and nothing else, in a database that nobody serves yet. */
export async function restrictedKeyIn(file: string): Promise<string> {
  let made = "";
  await within(file, async () => {
    const environment = await environmentBySlug(demoSlug);
    if (!environment) throw new Error("The demo business is not there");
    const permissions = [scopeOf("payment_intent", "read")];
    const viewer = operatorOf(environment);
    made = (await createKey(viewer, { kind: "restricted", name: "Bench", permissions })).text;
  });
  return made;
}

async function made(name: string, fill: () => Promise<void>): Promise<string> {
  const file = join(folder, name);
  if (existsSync(file)) {
    await within(file, migrateDatabase);
    return file;
  }
  mkdirSync(folder, { recursive: true });
  const building = `${file}.building`;
  remove(building);
  await within(building, async () => {
    await openToFill();
    await migrateDatabase();
    await fill();
  });
  renameSync(building, file);
  return file;
}

/** Closed afterwards: the last connection folds the write-ahead log into the file. */
async function within(file: string, work: () => Promise<void>): Promise<void> {
  process.env.DATABASE_URL = `file:${file}`;
  await work();
  await closeDatabase();
}

function remove(file: string): void {
  for (const end of ["", "-wal", "-shm"]) rmSync(file + end, { force: true });
}
