import { restoreFrom } from "#db/backup";
import { command } from "./support/command.ts";

const description = {
  name: "restore",
  database: "made",
  about:
    "Puts a backup in the database's place, and its files, with the server stopped; what was there is kept beside it.",
  usage: "FILE",
  options: {},
} as const;

await command(description, async (_values, [file, ...more]) => {
  if (!file || more.length > 0) throw new Error("Say from what: npm run restore -- FILE");
  const kept = await restoreFrom(file);
  console.log(`Restored from ${file}.${kept ? ` The former database is ${kept}` : ""}`);
});
