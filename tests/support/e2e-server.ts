// The built app with the demo business in a database of its own, for the browser tests.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folder = mkdtempSync(join(tmpdir(), "comptoir-e2e-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
Object.assign(process.env, {
  NODE_ENV: "production",
  LOG_LEVEL: "warn",
  DATABASE_URL: `file:${join(folder, "comptoir.db")}`,
});

const { migrateDatabase } = await import("#db/migrate");
const { loadDemo } = await import("#lib/demo/load");
const { addOneOfEachRole, askForOneApproval, inviteSomebody, writeOneMail } =
  await import("#tests/support/pages-people");
await migrateDatabase();
await loadDemo({ onProgress: () => {} });
await addOneOfEachRole();
await writeOneMail();
await inviteSomebody();
await askForOneApproval();
await import("../../server.ts");
