import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { customers } from "#db/schema/index";
import { reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { createCustomer } from "#lib/customers/create-customer";
import { deleteCustomer } from "#lib/customers/delete-customer";
import { getCustomer } from "#lib/customers/queries";
import { mapColumns } from "#lib/imports/map-columns";
import { getImport, listRefused } from "#lib/imports/queries";
import { previewRows } from "#lib/imports/sample-rows";
import { cancelImport, startImport } from "#lib/imports/start-import";
import { runDueJobs } from "#lib/jobs/run-due";
import { begunImport, importedFile } from "#tests/support/imports";
import { aMember } from "#tests/support/team";
import { aWorld, type World } from "#tests/support/world";

const kind = "customers";

/** A business as an administrator of it sees it: an import goes on for as long as who started it may do it. */
async function aShop(): Promise<World> {
  const world = await aWorld();
  return { ...world, viewer: (await aMember(world, ["admin"])).viewer };
}

const begun = (viewer: Viewer, text: string) => begunImport(viewer, kind, text);
const imported = (shop: World, text: string, key = "email") => importedFile(shop, kind, text, key);

async function everybody(viewer: Viewer) {
  const { db } = await reader(viewer);
  return db
    .select()
    .from(customers)
    .where(eq(customers.environmentId, viewer.environmentId))
    .orderBy(customers.createdAt, customers.id);
}

let world: World;
beforeAll(async () => {
  world = await aShop();
});

describe("a file of customers", () => {
  test("is imported by its headings, and a second time changes nothing", async () => {
    world = await aShop();
    const text =
      "\ufeffName;E-mail;Téléphone;Ville;Pays;Wanted colour\r\n" +
      '"Silva; Ana";ana@example.com;+33 1 23 45 67 89;Lyon;France;blue\r\n' +
      'Bruno "Bo" Ito;bruno@example.com;;Kyoto;jp;\r\n';
    const first = await imported(world, text);
    expect(first).toMatchObject({
      state: "done",
      created: 2,
      updated: 0,
      refused: 0,
      storedAs: null,
    });
    expect(first.columns).toEqual(["name", "email", "phone", "city", "country", null]);
    const people = await everybody(world.viewer);
    expect(people.map(({ name, country, phone }) => [name, country, phone])).toEqual([
      ["Silva; Ana", "FR", "+33 1 23 45 67 89"],
      ['Bruno "Bo" Ito', "JP", null],
    ]);
    expect(await imported(world, text)).toMatchObject({ created: 0, updated: 0, unchanged: 2 });
    expect(await everybody(world.viewer)).toEqual(people);
  });

  test("changes what a row says of somebody who is there, and leaves what it does not", async () => {
    const { viewer } = await aShop();
    const known = await createCustomer(viewer, { email: "Ana@example.com", name: "Ana", phone: "+3312345" });
    const { environment } = viewer;
    const again = "email,name,phone\nana@EXAMPLE.com,Ana Silva,\nana@example.com,,+33999999\n";
    expect(await imported({ ...world, viewer, environment }, again)).toMatchObject({
      created: 0,
      updated: 2,
    });
    expect(await getCustomer(viewer, known.id)).toMatchObject({
      name: "Ana Silva",
      phone: "+33999999",
      email: "ana@example.com",
    });
  });

  test("goes by an id of the merchant's own in the metadata, of those imported and of those there before", async () => {
    const there = await aShop();
    const known = await createCustomer(there.viewer, { name: "Ana", metadata: { external: "7" } });
    const gone = await createCustomer(there.viewer, { metadata: { external: "9" } });
    await deleteCustomer(there.viewer, gone.id);
    const text = "nr,name\n7,Ana Silva\n8,Bruno\n9,Chloé\n";
    const begin = async () => {
      const row = await begun(there.viewer, text);
      await mapColumns(there.viewer, row, {
        columns: ["metadata:external", "name"],
        key: "metadata:external",
      });
      await startImport(there.viewer, row);
      await runDueJobs(there.environment, Date.now());
      return getImport(there.viewer, kind, row.id);
    };
    expect(await begin()).toMatchObject({ created: 2, updated: 1 });
    expect((await getCustomer(there.viewer, known.id)).name).toBe("Ana Silva");
    expect(await begin()).toMatchObject({ created: 0, updated: 0, unchanged: 3 });
  });

  test("goes by an id that is called like what every object has by itself", async () => {
    const there = await aShop();
    await createCustomer(there.viewer, { name: "Ana" });
    const text = "metadata.constructor,name\n7,Bruno\n,Chloé\n";
    const done = await imported(there, text, "metadata:constructor");
    expect(done).toMatchObject({ state: "done", created: 1, refused: 1 });
  });

  test("keeps the rows that come to nothing, with why", async () => {
    const there = await aShop();
    await createCustomer(there.viewer, { email: "twice@example.com" });
    await createCustomer(there.viewer, { email: "twice@example.com" });
    const text =
      "email,name,country,invoice prefix\n" +
      "not an address,A,FR,\n" +
      ",B,FR,\n" +
      "c@example.com,C,Atlantis,\n" +
      "twice@example.com,D,FR,\n" +
      "e@example.com,E,FR,AAA\n" +
      "f@example.com,F,FR,AAA\n" +
      "g@example.com,G,FR,,more,cells\n" +
      "h@example.com,H\n";
    const done = await imported(there, text);
    expect(done).toMatchObject({ state: "done", created: 2, refused: 6 });
    const refused = await listRefused(there.viewer, done, { after: 0, limit: 10 });
    expect(refused.map(({ row, problems }) => [row, ...problems.map(({ code }) => code)])).toEqual([
      [2, "email_invalid"],
      [3, "key_missing"],
      [4, "country_unknown"],
      [5, "key_ambiguous"],
      [7, "invoice_prefix_taken"],
      [8, "row_too_wide"],
    ]);
    expect(refused[0]?.cells).toEqual(["not an address", "A", "FR", ""]);
  });

  test("tells refused rows by the number that a spreadsheet gives them", async () => {
    const there = await aShop();
    const many = Array.from({ length: 600 }, (_, at) => `p${at}@example.com,P\n\n`).join("");
    const text = `\nemail,name\n\nnobody@,"A,\nB"\n,,\r\n${many}\nnobody@,C\nd@example.com,"D`;
    const done = await imported(there, text);
    expect(done).toMatchObject({ state: "failed", created: 600, refused: 2, rows: 1207 });
    const refused = await listRefused(there.viewer, done, { after: 0, limit: 10 });
    expect(refused.map(({ row }) => row)).toEqual([4, 1207]);
  });

  test("is shown before, row by row, as what it becomes then, and nothing of it is kept", async () => {
    const there = await aShop();
    await createCustomer(there.viewer, { email: "ana@example.com", name: "Ana" });
    const before = await everybody(there.viewer);
    const text =
      "email,name\nana@example.com,Ana\n\nana@example.com,Ana Silva\nnew@example.com,N\nnew@example.com,N\nnobody@,A\n";
    const row = await begun(there.viewer, text);
    const shown = await previewRows(there.viewer, row, 20);
    expect(shown.map(({ number, becomes }) => [number, becomes])).toEqual([
      [2, "unchanged"],
      [4, "updated"],
      [5, "created"],
      [6, "unchanged"],
      [7, [{ field: "email", code: "email_invalid" }]],
    ]);
    expect(await everybody(there.viewer)).toEqual(before);
    await expect(previewRows(there.viewerWith(["view_only"]), row, 20)).rejects.toMatchObject({
      facts: { status: 403 },
    });
  });

  test("that breaks off within quotes says so, and what came before is in", async () => {
    const there = await aShop();
    const done = await imported(there, 'email,name\na@example.com,A\nb@example.com,"B\n');
    expect(done).toMatchObject({ state: "failed", created: 1 });
  });

  test("without rows is refused", async () => {
    await expect(begun(world.viewer, "email,name\n")).rejects.toMatchObject({
      facts: { code: "file_empty" },
    });
    await expect(begun(world.viewer, "")).rejects.toMatchObject({ facts: { code: "file_empty" } });
  });
});

test("what was said of headings is remembered for the person's next file", async () => {
  const there = await aShop();
  const first = await begun(there.viewer, "Kundennr,Wer,Post\n1,Ana,a@example.com\n");
  expect(first.columns).toEqual([null, null, null]);
  await mapColumns(there.viewer, first, {
    columns: ["metadata:nr", "name", "email"],
    key: "metadata:nr",
  });
  const second = await begun(there.viewer, "Post,Kundennr\na@example.com,1\n");
  expect(second).toMatchObject({ columns: ["email", "metadata:nr"], key: "metadata:nr" });
});

test("what rows were known by is no choice for a file whose rows can be known by more", async () => {
  const there = await aShop();
  const first = await begun(there.viewer, "Email,Name\na@example.com,Ana\n");
  await mapColumns(there.viewer, first, { columns: first.columns, key: "email" });
  expect(await begun(there.viewer, "ID,Email\ncus_1,\n")).toMatchObject({ key: "id" });
  expect(await begun(there.viewer, "Name,Email\nAna,a@example.com\n")).toMatchObject({ key: "email" });
});

test("a mapping that cannot be is refused", async () => {
  const there = await aShop();
  const row = await begun(there.viewer, "a,b\n1,2\n");
  const map = (columns: (string | null)[], key: string | null) =>
    mapColumns(there.viewer, row, { columns, key });
  await expect(map(["email", "email"], "email")).rejects.toMatchObject({ facts: { code: "column_twice" } });
  await expect(map(["colour", null], null)).rejects.toMatchObject({ facts: { code: "column_unknown" } });
  await expect(map(["name", null], "name")).rejects.toMatchObject({ facts: { code: "key_required" } });
  await expect(startImport(there.viewer, row)).rejects.toMatchObject({ facts: { code: "key_required" } });
});

test("an import that is canceled stops where it stands; run again by its job it goes on from there only once", async () => {
  const there = await aShop();
  const text = `email\n${Array.from({ length: 40 }, (_, at) => `p${at}@example.com`).join("\n")}\n`;
  const row = await begun(there.viewer, text);
  await mapColumns(there.viewer, row, { columns: ["email"], key: "email" });
  await startImport(there.viewer, row);
  await expect(startImport(there.viewer, row)).rejects.toMatchObject({ facts: { code: "import_begun" } });
  await cancelImport(there.viewer, row);
  await runDueJobs(there.environment, Date.now());
  expect(await getImport(there.viewer, kind, row.id)).toMatchObject({ state: "canceled", created: 0 });
  expect(await everybody(there.viewer)).toEqual([]);
});

test("nobody imports without the permission, nor sees another business's import", async () => {
  const there = await aShop();
  const row = await begun(there.viewer, "email\na@example.com\n");
  const nobody = there.viewerWith(["view_only"]);
  await expect(begun(nobody, "email\na@example.com\n")).rejects.toMatchObject({ facts: { status: 403 } });
  await expect(startImport(nobody, row)).rejects.toMatchObject({ facts: { status: 403 } });
  await expect(getImport(nobody, kind, row.id)).rejects.toMatchObject({ facts: { status: 403 } });
  await expect(getImport((await aShop()).viewer, kind, row.id)).rejects.toMatchObject({
    facts: { status: 404 },
  });
});
