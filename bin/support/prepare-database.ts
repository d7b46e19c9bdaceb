import { backupBeforeMigrating } from "#db/backup";
import { migrateDatabase } from "#db/migrate";
import { fillFigures } from "#lib/figures/fill-figures";
import { forgetSecretSearches } from "#lib/search/recent-searches";
import { shortenListedAddresses } from "#lib/value-lists/shorten-addresses";

/**
 * Brings the database up to date, what is derived from its rows included, without secrets that an earlier version
 * kept of what was searched for, and with the addresses on lists as they are written now; existing data is backed up
 * first.
 */
export async function prepareDatabase(tell: (progress: string) => void): Promise<void> {
  const backup = await backupBeforeMigrating();
  if (backup) console.log(`Backed up to ${backup}`);
  await migrateDatabase();
  await forgetSecretSearches();
  await shortenListedAddresses();
  await fillFigures((objects) => tell(`${objects} objects counted`));
}
