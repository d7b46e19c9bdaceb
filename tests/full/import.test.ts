import { count, eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { customers } from "#db/schema/index";
import { reader } from "#db/transaction";
import { store } from "#lib/files/storage";
import { toUpload } from "#lib/files/upload";
import { beginImport } from "#lib/imports/begin-import";
import { mapColumns } from "#lib/imports/map-columns";
import { getImport } from "#lib/imports/queries";
import { startImport } from "#lib/imports/start-import";
import { runDueJobs } from "#lib/jobs/run-due";
import { aMember } from "#tests/support/team";
import { aWorld, type World } from "#tests/support/world";

const rows = 100_000;

/** Every thousandth row is broken: an address that is none, or a row without its key. */
async function* file() {
  yield Buffer.from("nr,email,name,country\n");
  for (let at = 0; at < rows; at++) {
    const broken = at % 1000 === 999;
    const nr = broken && at % 2000 === 999 ? "" : String(at);
    const email = broken && nr !== "" ? "nobody@" : `p${at}@example.com`;
    yield Buffer.from(`${nr},${email},"Person ${at}, of many",FR\n`);
  }
}

async function imported({ viewer, environment }: World) {
  const stored = await store(viewer.environmentId, file(), () => {});
  const upload = toUpload(viewer.environmentId, { ...stored, filename: "many.csv", kind: "csv" });
  const row = await beginImport(viewer, "customers", upload);
  await mapColumns(viewer, row, { columns: ["metadata:nr", "email", "name", "country"], key: "metadata:nr" });
  await startImport(viewer, row);
  await runDueJobs(environment, Date.now());
  return getImport(viewer, "customers", row.id);
}

test("a hundred thousand rows, some of them broken, are imported twice and nobody is there twice", async () => {
  const shop = await aWorld();
  const world = { ...shop, viewer: (await aMember(shop, ["admin"])).viewer };
  const broken = rows / 1000;
  expect(await imported(world)).toMatchObject({
    state: "done",
    rows: rows + 1,
    created: rows - broken,
    refused: broken,
  });
  expect(await imported(world)).toMatchObject({
    state: "done",
    created: 0,
    updated: 0,
    unchanged: rows - broken,
    refused: broken,
  });
  const { db } = await reader(world.viewer);
  const [row] = await db
    .select({ count: count() })
    .from(customers)
    .where(eq(customers.environmentId, world.viewer.environmentId));
  expect(row?.count).toBe(rows - broken);
}, 1_200_000);
