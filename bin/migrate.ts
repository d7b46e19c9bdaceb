import { backupBeforeMigrating } from "#db/backup";
import { migrateDatabase } from "#db/migrate";
import { command } from "./support/command.ts";

const description = {
  name: "migrate",
  database: "made",
  about: "Brings the database up to date; existing data is backed up beside it first.",
  usage: "",
  options: {},
} as const;

await command(description, async () => {
  const backup = await backupBeforeMigrating();
  if (backup) console.log(`Backed up to ${backup}`);
  await migrateDatabase();
});
