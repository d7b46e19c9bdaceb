import { migrateDatabase } from "#db/migrate";
import { rebuildIndex } from "#lib/search/index/rebuild-index";
import { closeThreads } from "#lib/work/threads";
import { command } from "./support/command.ts";
import { step } from "./support/progress.ts";

const description = {
  name: "reindex",
  database: "existing",
  about: "Makes the search index anew. The server may run meanwhile: it finds what has been indexed so far.",
  usage: "",
  options: {},
} as const;

await command(description, async () => {
  await migrateDatabase();
  await step("Indexing", (tell) => rebuildIndex({ atOnce: 500, onProgress: (done) => tell(String(done)) }));
  await closeThreads();
});
