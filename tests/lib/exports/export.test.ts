import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { and, eq } from "drizzle-orm";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { dialect } from "#db/dialect";
import { encodedRows } from "#db/rows";
import { customers, members } from "#db/schema/index";
import { globalTransaction, transaction } from "#db/transaction";
import type { Role } from "#lib/auth/roles";
import type { Viewer } from "#lib/auth/viewer";
import { day } from "#lib/clock";
import { createCustomer } from "#lib/customers/create-customer";
import { guestKinds } from "#lib/customers/figures/contribution";
import { guestList } from "#lib/customers/guests/guest-list";
import { concealRows } from "#lib/discretion/conceal-rows";
import type { ExportChoices } from "#lib/exports/choices";
import { columnsFor, metadataNames, usualColumns } from "#lib/exports/columns";
import { comesAtOnce } from "#lib/exports/at-once";
import { orderExport } from "#lib/exports/order-export";
import { getDownload, getExport, ownExports } from "#lib/exports/queries";
import { stopExport } from "#lib/exports/stop-export";
import { pathOfExport } from "#lib/exports/storage";
import { tendExports } from "#lib/exports/tend";
import { writeFile } from "#lib/exports/write-file";
import { runDueJobs } from "#lib/jobs/run-due";
import { readingOf, readQuery, writeQuery } from "#lib/lists/list-source";
import { fromWords } from "#lib/lists/words";
import { createPayment } from "#lib/payments/create-payment";
import { refundPayment } from "#lib/refunds/refund-payment";
import { closeThreads } from "#lib/work/threads";
import { mailsOf } from "#tests/support/mails";
import { aPayment } from "#tests/support/money";
import { rowsOfCsv, rowsOfSheet } from "#tests/support/spreadsheet";
import { aMember } from "#tests/support/team";
import { aWorld, later, type World } from "#tests/support/world";

let world: World;
let viewer: Viewer;
beforeEach(async () => {
  world = await aWorld();
  viewer = (await aMember(world, ["analyst"])).viewer;
});

const plain: ExportChoices = {
  dataset: "payments",
  format: "csv",
  columns: ["id", "amount", "currency", "status"],
  metadata: [],
  timeZone: "Europe/Paris",
  address: {},
  readIn: "Europe/Paris",
  from: null,
  until: null,
};

type WriteBytes = (bytes: Buffer, offset?: number, length?: number) => Promise<unknown>;

/** A disk that takes half of what it is given at once, as one does that is nearly full. */
async function halvingDisk() {
  const handle = await open(join(mkdtempSync(join(tmpdir(), "comptoir-disk-")), "file"), "w");
  await handle.close();
  const files: { write: WriteBytes } = Object.getPrototypeOf(handle);
  const whole = files.write;
  return vi.spyOn(files, "write").mockImplementation(function (this: unknown, bytes) {
    return whole.call(this, bytes, 0, Math.ceil(bytes.length / 2));
  });
}
const order = (choices: Partial<ExportChoices> = {}, by = viewer) =>
  orderExport(by, { ...plain, ...choices });
const passTime = () => runDueJobs(world.environment, Date.now());
const refused = (status: number) => ({ facts: { status } });

describe("a file", () => {
  async function rowsOf(choices: Partial<ExportChoices>): Promise<string[][]> {
    const path = join(mkdtempSync(join(tmpdir(), "comptoir-export-")), "file");
    await writeFile(viewer, { ...plain, ...choices }, { path, tell: () => {} });
    const file = readFileSync(path);
    return choices.format === "xlsx" ? rowsOfSheet(file) : rowsOfCsv(file.toString());
  }

  test("holds every payment, newest first, with exact amounts and facts as columns", async () => {
    const metadata = { order: "=1+1", "ship to": "Lyon, FR" };
    const euro = await aPayment(viewer, { metadata });
    const yen = await aPayment(viewer, { amount: 5000, currency: "jpy" });
    const dinar = await aPayment(viewer, { amount: 12_340, currency: "kwd" });
    expect(await metadataNames(viewer, "payments")).toEqual(["order", "ship to"]);
    const wanted = [
      [dinar.id, "12.340", "kwd", "succeeded", "", ""],
      [yen.id, "5000", "jpy", "succeeded", "", ""],
      [euro.id, "50.00", "eur", "succeeded", "=1+1", "Lyon, FR"],
    ];
    const heading = ["id", "amount", "currency", "status", "metadata.order", "metadata.ship to"];
    const csv = await rowsOf({ metadata: ["order", "ship to"] });
    expect(csv).toEqual([heading, ...wanted.map((row) => row.map((cell) => cell.replace(/^=/, "'=")))]);
    expect(await rowsOf({ metadata: ["order", "ship to"], format: "xlsx" })).toEqual([heading, ...wanted]);
  });

  test("is whole, or not there, where the disk takes a piece in parts", async () => {
    const { id } = await aPayment(viewer);
    const halved = await halvingDisk();
    expect(await rowsOf({ columns: ["id"] })).toEqual([["id"], [id]]);
    expect(await rowsOf({ columns: ["id"], format: "xlsx" })).toEqual([["id"], [id]]);
    halved.mockRestore();
  });

  test("holds what the list's address asks for, or a stretch of time", async () => {
    const [paid] = [await aPayment(viewer), await aPayment(viewer, { captureMethod: "manual" })];
    expect(await rowsOf({ columns: ["id"], address: { status: ["succeeded"] } })).toEqual([
      ["id"],
      [paid.id],
    ]);
    expect(await rowsOf({ columns: ["id"], from: Date.now() + day })).toEqual([["id"]]);
    expect(await rowsOf({ columns: ["id"], until: Date.now() + day })).toHaveLength(3);
  });

  test("holds every row once and in order, in however many batches, also where many were made at once", async () => {
    const ada = await createCustomer(viewer, { name: "Ada" });
    const older = Array.from({ length: 3_999 }, (_, at) => ({
      ...ada,
      id: `cus_${String(at).padStart(4, "0")}`,
      createdAt: ada.createdAt - 1 - Math.floor(at / 700),
    }));
    await transaction(viewer, (tx) => tx.insertPlain(customers, encodedRows(customers, older)));
    const newestFirst = older.toSorted((a, b) => b.createdAt - a.createdAt || (a.id < b.id ? 1 : -1));
    for (const format of ["csv", "xlsx"] as const) {
      const rows = await rowsOf({ dataset: "customers", columns: ["id"], format });
      expect(rows.flat()).toEqual(["id", ...[ada, ...newestFirst].map(({ id }) => id)]);
    }
  });

  test("holds just the rows that were chosen, whoever else's were named", async () => {
    const [one, , three] = [await aPayment(viewer), await aPayment(viewer), await aPayment(viewer)];
    const theirs = await aPayment((await aWorld()).viewer);
    const ids = [one.id, three.id, theirs.id, "pi_nobody"];
    expect(await rowsOf({ columns: ["id"], ids })).toEqual([["id"], [three.id], [one.id]]);
  });

  test("says of customers what their payments come to, and finds them by it", async () => {
    const buyer = await createCustomer(viewer, { name: "Ada" });
    const never = await createCustomer(viewer, { name: "Bo" });
    const bought = await aPayment(viewer, { customerId: buyer.id, paymentMethodId: "pm_card_bypassPending" });
    await refundPayment(viewer, { paymentId: bought.id, amount: 700 });
    const columns = ["id", "spend", "payments", "refunds", "disputes", "last_payment"];
    const of = async (address: Record<string, string[]>) =>
      (await rowsOf({ dataset: "customers", columns, address })).slice(1);
    const [first, second] = await of({});
    expect(first).toEqual([never.id, "0.00", "0", "0", "0", ""]);
    expect(second).toEqual([buyer.id, "43.00", "1", "1", "0", expect.stringMatching(/^20\d\d-/)]);
    expect(await of({ refunds: ["some"] })).toEqual([second]);
    expect(await of({ disputes: ["none"], refunds: ["none"] })).toEqual([first]);
    expect(await of({ paid_from: ["2020-01-01"] })).toEqual([second]);
    expect(await of({ paid_to: ["2020-01-01"] })).toEqual([]);
  });

  test("holds every guest, those of the tab it was begun at, or those ticked there", async () => {
    const billingDetails = { email: "gina@example.com", phone: "+33 1 23 45 67 89" };
    const paymentMethodData = { type: "card", card: { token: "tok_visa" }, billingDetails } as const;
    await createPayment(viewer, { amount: 5000, currency: "eur", paymentMethodData }, {});
    const kindsOf = async (choices: Partial<ExportChoices>) =>
      (await rowsOf({ dataset: "guests", columns: ["kind"], ...choices })).slice(1).flat();
    expect(await kindsOf({})).toEqual(["card", "email", "phone"]);
    expect(await kindsOf({ address: { to: ["2020-01-01"] } })).toEqual([]);
    for (const kind of guestKinds) {
      const { query } = readQuery(guestList, { by: kind }, readingOf(viewer));
      const request = { direction: "older", from: null, size: 25 } as const;
      const { rows } = await guestList.page(viewer, query, request);
      expect(await kindsOf({ ids: rows.map(({ id }) => id) })).toEqual([kind]);
      expect(await kindsOf({ address: fromWords(`${writeQuery(guestList, query)}`) })).toEqual([kind]);
    }
  });

  test("hides personal fields from whom they are hidden", async () => {
    await createCustomer(viewer, { name: "Zoë Ølund", email: "zoe@example.com" });
    const path = join(mkdtempSync(join(tmpdir(), "comptoir-export-")), "file");
    const choices = { ...plain, dataset: "customers" as const, columns: ["name", "email"] };
    await writeFile({ ...viewer, conceal: concealRows }, choices, { path, tell: () => {} });
    expect(rowsOfCsv(readFileSync(path).toString())[1]).toEqual(["Z••• Ø•••", "z•••@•••"]);
  });

  test("can be had of every list", async () => {
    const customer = await createCustomer(viewer, { name: "Zoë, Ølund" });
    const payment = await aPayment(viewer, { customerId: customer.id });
    const refund = await refundPayment(viewer, { paymentId: payment.id, amount: 700 });
    const of = (dataset: ExportChoices["dataset"], columns: string[]) => rowsOf({ dataset, columns });
    expect(await of("customers", ["id", "name"])).toEqual([
      ["id", "name"],
      [customer.id, "Zoë, Ølund"],
    ]);
    expect(await of("refunds", ["id", "amount", "payment_amount"])).toEqual([
      ["id", "amount", "payment_amount"],
      [refund.id, "7.00", "50.00"],
    ]);
    const moved = await of("activity", ["reporting_category", "gross", "net"]);
    expect(moved.map(([category]) => category)).toEqual(["reporting_category", "refund", "charge"]);
    expect(moved[1]).toEqual(["refund", "-7.00", "-7.00"]);
    for (const dataset of ["disputes", "payouts"] as const) {
      expect(await of(dataset, columnsFor(viewer, dataset))).toHaveLength(1);
    }
  });
});

// A thread opens the database by its file, which only SQLite's is.
test.runIf(dialect === "sqlite")(
  "an export is written by a thread, and is its owner's alone, for a week",
  async () => {
    const payment = await aPayment(viewer);
    const { id } = await order({ columns: ["id"] });
    await passTime();
    const row = await getDownload(viewer, id);
    expect(row).toMatchObject({ state: "finished", rowsDone: 1, rowsTotal: 1 });
    expect(readFileSync(pathOfExport(row)).toString()).toBe(`id\r\n${payment.id}\r\n`);
    const colleague = (await aMember(world, ["admin"])).viewer;
    await expect(getDownload(colleague, id)).rejects.toMatchObject(refused(404));
    expect(await ownExports(colleague)).toEqual([]);
    await expect(getDownload(later(viewer, 8 * day), id)).rejects.toMatchObject(refused(404));
  },
);

test.runIf(dialect === "sqlite")(
  "a small export comes to who ordered it at once, and for a minute; one that took longer is told by mail instead",
  async () => {
    const mails = async () => (await mailsOf(world)).map(({ kind }) => kind);
    const small = await order();
    expect(comesAtOnce(viewer, small)).toBe(false);
    await passTime();
    const written = await getExport(viewer, small.id);
    expect([comesAtOnce(viewer, written), comesAtOnce(later(viewer, 90_000), written)]).toEqual([
      true,
      false,
    ]);
    expect(await mails()).toEqual([]);
    const slow = await order({}, later(viewer, -20_000));
    await passTime();
    expect(comesAtOnce(viewer, await getExport(viewer, slow.id))).toBe(false);
    expect(await mails()).toEqual(["export_ready"]);
  },
);

test("an export is not written for who was removed meanwhile", async () => {
  const { id, ...row } = await order();
  const mine = and(
    eq(members.accountId, world.environment.accountId),
    eq(members.personId, viewer.actor.id ?? ""),
  );
  await globalTransaction((db) => db.delete(members).where(mine));
  await passTime();
  expect(await getExport(viewer, id)).toMatchObject({ state: "stopped" });
  expect(existsSync(pathOfExport({ ...row, id }))).toBe(false);
});

test.skipIf(dialect === "postgres")(
  "that it cannot be noted how far a file is ends neither the file nor the server",
  async () => {
    const { id } = await order();
    await closeThreads(); // one that has to begin leaves time to look
    vi.useFakeTimers({ toFake: ["setInterval"] });
    const file = new Database((process.env.DATABASE_URL ?? "").replace("file:", ""));
    file.exec(`CREATE TRIGGER full_disk BEFORE UPDATE ON exports
    WHEN old.state = 'running' AND new.state = 'running' BEGIN SELECT raise(FAIL, 'full'); END`);
    const passing = passTime();
    await vi.waitFor(async () => expect((await getExport(viewer, id)).state).toBe("running"));
    vi.advanceTimersByTime(500);
    await passing;
    expect(await getExport(viewer, id)).toMatchObject({ state: "finished" });
    file.exec("DROP TRIGGER full_disk").close();
  },
);

test("an export that was stopped is not written", async () => {
  const { id } = await order();
  expect(await stopExport(viewer, id)).toMatchObject({ state: "stopped" });
  await passTime();
  await expect(getDownload(viewer, id)).rejects.toMatchObject(refused(400));
  await tendExports();
  expect(await getExport(viewer, id)).toMatchObject({ state: "stopped" });
});
test("the usual columns of every list exist, and email only for who sees customers", () => {
  expect(usualColumns(viewer, "payments")).toContain("email");
  const permissions = new Set(viewer.permissions);
  permissions.delete("customers:read");
  expect(usualColumns({ ...viewer, permissions }, "payments")).not.toContain("email");
});

test.each<[Role, ExportChoices["dataset"]]>([
  ["support_specialist", "payments"],
  ["refund_analyst", "payments"],
  ["accountant", "activity"],
  ["support_associate", "payouts"],
])("%s may not export %s", async (role, dataset) => {
  const { viewer: other } = await aMember(world, [role]);
  await expect(order({ dataset, columns: ["id"] }, other)).rejects.toMatchObject(refused(403));
});

test("a column that does not exist, or that the viewer may not see, is refused", async () => {
  await expect(order({ columns: ["secret"] })).rejects.toMatchObject({ facts: { param: "columns" } });
  await expect(order({ from: 5, until: 5 })).rejects.toMatchObject({ facts: { code: "range_empty" } });
});
