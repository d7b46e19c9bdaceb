import { database } from "./database.ts";

/** Brings the database up to date. Safe to call at every start. */
export async function migrateDatabase(): Promise<void> {
  await (await database()).migrate();
}
