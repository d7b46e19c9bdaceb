import { backupTo } from "#db/backup";
import { command } from "./support/command.ts";
import { step } from "./support/progress.ts";

const description = {
  name: "backup",
  database: "existing",
  about: "Copies the database, as of one moment, while the server runs; uploaded files go to FILE.files.",
  usage: "FILE",
  options: {},
} as const;

await command(description, async (_values, [file, ...more]) => {
  if (!file || more.length > 0) throw new Error("Say where to: npm run backup -- FILE");
  await step(`Backing up to ${file}`, (tell) => backupTo(file, (done) => tell(`${Math.round(done * 100)}%`)));
});
