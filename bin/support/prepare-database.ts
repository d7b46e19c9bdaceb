import { backupBeforeMigrating } from "#db/backup";
import { migrateDatabase } from "#db/migrate";
import { fillFigures } from "#lib/figures/fill-figures";
import { forgetSecretSearches } from "#lib/search/recent-searches";

/**
 * Brings the database up to date, what is derived from its rows included, and without secrets that an earlier
 * version kept of what was searched for; existing data is backed up first.
 */
export async function prepareDatabase(tell: (progress: string) => void): Promise<void> {
  const backup = await backupBeforeMigrating();
  if (backup) console.log(`Backed up to ${backup}`);
  await migrateDatabase();
  await forgetSecretSearches();
  await fillFigures((objects) => tell(`${objects} objects counted`));
}
