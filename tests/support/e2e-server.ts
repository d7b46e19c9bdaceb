// The built app with the demo business in a database of its own, for the browser tests. The first one leaves a copy of
// what it begins with at E2E_TEMPLATE; those that tests start for themselves begin with that.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addressOf } from "./operator.ts";

const folder = mkdtempSync(join(tmpdir(), "comptoir-e2e-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
Object.assign(process.env, {
  NODE_ENV: "production",
  LOG_LEVEL: "warn",
  DATABASE_URL: `file:${join(folder, "comptoir.db")}`,
});

const template = process.env["E2E_TEMPLATE"] ?? "";
const { backupTo, restoreFrom } = await import("#db/backup");
const { filesFolder } = await import("#db/files-folder");
if (process.env["DEMO"] === "off") await makeEmpty();
else if (process.send === undefined) await beFirst();
else await restoreFrom(template);
await import("../../server.ts");
process.send?.("listening");

async function makeEmpty(): Promise<void> {
  const { migrateDatabase } = await import("#db/migrate");
  await migrateDatabase();
}

async function beFirst(): Promise<void> {
  const { loadDemo } = await import("#lib/demo/load");
  const { addOneOfEachRole, askForOneApproval, inviteSomebody, writeOneMail } =
    await import("#tests/support/pages-people");
  await makeEmpty();
  await loadDemo({ onProgress: () => {} });
  await addOneOfEachRole();
  await writeOneMail();
  await inviteSomebody();
  await askForOneApproval();
  forgetTemplate();
  process.on("exit", forgetTemplate);
  await backupTo(template);
  writeFileSync(addressOf(template), String(process.env["DATABASE_URL"]));
}

function forgetTemplate(): void {
  for (const kept of [template, filesFolder(template), addressOf(template)])
    rmSync(kept, { recursive: true, force: true });
}
