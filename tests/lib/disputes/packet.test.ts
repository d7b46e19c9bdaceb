import { deflateSync } from "node:zlib";
import { PDFDocument, PDFName } from "pdf-lib";
import { beforeAll, expect, test } from "vitest";
import { reader } from "#db/transaction";
import { attachEvidence } from "#lib/disputes/attach-evidence";
import { disputesOf } from "#lib/disputes/find-dispute";
import { drawPacket } from "#lib/disputes/packet/draw-packet";
import { evidencePacket } from "#lib/disputes/packet/evidence-packet";
import type { FileField } from "#lib/disputes/types";
import { updateDispute } from "#lib/disputes/update-dispute";
import { takeBytes } from "#lib/files/take-bytes";
import { appendFile } from "#lib/pdf/append-file";
import { aPayment } from "#tests/support/money";
import { aWorld, type World } from "#tests/support/world";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});

async function aDispute(): Promise<string> {
  const payment = await aPayment(world.viewer, { paymentMethodId: "pm_card_createDispute" });
  const [dispute] = await disputesOf(await reader(world.viewer), String(payment.latestChargeId));
  return String(dispute?.id);
}

async function attach(disputeId: string, field: FileField, name: string, bytes: Uint8Array) {
  const upload = await takeBytes(world.environment.id, { name, bytes: Buffer.from(bytes) });
  await attachEvidence(world.viewer, { disputeId, field, upload });
  await upload.settle();
  return upload;
}

/** A PDF of so many pages, each with a link on it. */
async function aPdf(pages: number): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (let at = 0; at < pages; at++) {
    const page = pdf.addPage([300, 400]);
    const link = pdf.context.obj({ Type: "Annot", Subtype: "Link", Rect: [0, 0, 9, 9] });
    page.node.set(PDFName.of("Annots"), pdf.context.obj([pdf.context.register(link)]));
    page.node.set(PDFName.of("AA"), pdf.context.obj({}));
  }
  return pdf.save();
}

/** A small PDF that says it has two to this power pages: each branch hangs twice on the one above. */
function branching(depth: number): Buffer {
  const branches = Array.from({ length: depth }, (_, at) => {
    const next = `${at + 3} 0 R`;
    return `<</Type/Pages/Count 2/Kids[${next} ${next}]>>`;
  });
  const objects = ["<</Type/Catalog/Pages 2 0 R>>", ...branches, "<</Type/Page/MediaBox[0 0 9 9]>>"];
  const written = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj`).join("\n");
  return Buffer.from(`%PDF-1.4\n${written}\ntrailer\n<</Root 1 0 R>>\n%%EOF`);
}

function sizeOf(width: number, height: number): Buffer {
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  return size;
}

const headerOf = (width: number, height: number) =>
  chunk("IHDR", Buffer.concat([sizeOf(width, height), Buffer.from([8, 0, 0, 0, 0])]));

/** A black picture; `between`: parts behind its header. */
function aPng(width: number, height: number, ...between: Buffer[]): Buffer {
  const rows = deflateSync(Buffer.alloc((width + 1) * height));
  const parts = [headerOf(width, height), ...between, chunk("IDAT", rows), chunk("IEND", Buffer.alloc(0))];
  return Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), ...parts]);
}

function chunk(type: string, data: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  // Readers of pictures skip the check sum here.
  return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
}

test("the bank reads what was written, then every page of every file, with nothing in it that acts", async () => {
  const id = await aDispute();
  await updateDispute(world.viewer, id, { evidence: { uncategorized_text: "It arrived." }, submit: false });
  const alone = await PDFDocument.load(await evidencePacket(world.viewer, id));
  expect(alone.getPageCount()).toBe(1);

  await attach(id, "receipt", "receipt.pdf", await aPdf(3));
  await attach(id, "shipping_documentation", "label.png", aPng(40, 20));
  const packet = await PDFDocument.load(await evidencePacket(world.viewer, id));
  expect(packet.getPageCount()).toBe(5);
  expect(packet.getPage(1).getSize()).toEqual({ width: 300, height: 400 });
  for (const page of packet.getPages()) {
    expect(page.node.Annots()?.size() ?? 0).toBe(0);
    expect(page.node.get(PDFName.of("AA"))).toBeUndefined();
  }
  const objects = packet.context.enumerateIndirectObjects().map(([, object]) => String(object));
  expect(objects.filter((text) => text.includes("/Link"))).toEqual([]);
});

test("a file that cannot be read is named on a page of its own, and the rest is there", async () => {
  const id = await aDispute();
  await attach(id, "receipt", "broken.pdf", Buffer.from("%PDF-1.4\nnothing\n%%EOF"));
  const bomb = Buffer.from("89504e470d0a1a0a0000000d4948445200ffffff00ffffff08000000000000000000", "hex");
  await attach(id, "customer_signature", "bomb.png", bomb);
  await attach(id, "uncategorized_file", "whole.pdf", await aPdf(1));
  const packet = await PDFDocument.load(await evidencePacket(world.viewer, id));
  expect(packet.getPageCount()).toBe(4);
});

test("a small PDF of billions of pages is one that cannot be read", async () => {
  const id = await aDispute();
  await attach(id, "receipt", "endless.pdf", branching(30));
  await attach(id, "uncategorized_file", "whole.pdf", await aPdf(1));
  const packet = await PDFDocument.load(await evidencePacket(world.viewer, id));
  expect(packet.getPageCount()).toBe(3);
  expect(await appendFile(await PDFDocument.create(), { kind: "pdf", bytes: branching(5) })).toBe(true);
});

test("a picture is opened by the one header it begins with", async () => {
  const document = await PDFDocument.create();
  const opens = (...between: Buffer[]) =>
    appendFile(document, { kind: "png", bytes: aPng(40, 20, ...between) });
  expect(await opens()).toBe(true);
  expect(await opens(headerOf(40, 20))).toBe(false);
  const frame = Buffer.concat([Buffer.alloc(4), sizeOf(40, 20), Buffer.alloc(14)]);
  expect(await opens(chunk("acTL", Buffer.alloc(8)), chunk("fcTL", frame))).toBe(false);
});

test("a cover of many pages is followed by its files", async () => {
  const cover = [{ style: "body" as const, text: "word ".repeat(4000) }];
  const words = { title: "T", filesHeading: "Files", unreadable: "No." };
  const scope = { environmentId: world.environment.id, now: () => 0 };
  const missing = { storedAs: "nowhere", kind: "pdf" as const, caption: "Receipt", page: "page" };
  const drawn = await drawPacket(scope, { ...words, cover, files: [missing] });
  const without = await drawPacket(scope, { ...words, cover, files: [] });
  const pages = async (bytes: Uint8Array) => (await PDFDocument.load(bytes)).getPageCount();
  expect(await pages(drawn)).toBe((await pages(without)) + 1);
});

test("nobody reads a packet who may not see disputes", async () => {
  const id = await aDispute();
  await expect(evidencePacket(world.viewerWith(["iam_admin"]), id)).rejects.toThrow(/disputes:read/);
});
