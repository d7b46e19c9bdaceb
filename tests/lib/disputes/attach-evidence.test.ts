import { deflateSync } from "node:zlib";
import { beforeAll, describe, expect, test } from "vitest";
import { reader } from "#db/transaction";
import { attachedFiles, attachEvidence, detachEvidence } from "#lib/disputes/attach-evidence";
import { disputesOf } from "#lib/disputes/find-dispute";
import { getDispute } from "#lib/disputes/queries";
import { updateDispute } from "#lib/disputes/update-dispute";
import { downloadHeaders } from "#lib/files/download";
import { countPages } from "#lib/files/pdf-pages";
import { readFormFile } from "#lib/files/read-form-file";
import { isStored } from "#lib/files/storage";
import type { Viewer } from "#lib/auth/viewer";
import { aPayment } from "#tests/support/money";
import { aWorld, type World } from "#tests/support/world";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});

const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
const pdfOf = (pages: number) =>
  Buffer.from(`%PDF-1.4\n${"<< /Type /Page /Parent 1 0 R >>\n".repeat(pages)}<< /Type /Pages >>\n%%EOF\n`);

/** A PDF that keeps this in a compressed stream. */
const packed = (contents: string | Buffer) =>
  Buffer.concat([
    Buffer.from("%PDF-1.5\n1 0 obj << /Type /ObjStm /N 2 /First 8 >> stream\n"),
    deflateSync(contents),
    Buffer.from("\nendstream\n%%EOF"),
  ]);

async function aDispute(card = "createDispute", viewer: Viewer = world.viewer): Promise<string> {
  const payment = await aPayment(viewer, { paymentMethodId: `pm_card_${card}` });
  const [dispute] = await disputesOf(await reader(viewer), String(payment.latestChargeId));
  return String(dispute?.id);
}

/** A file as a browser's form sends it. */
function sent(contents: Buffer, filename: string, most = 4_500_000) {
  const head = [
    '--b\r\nContent-Disposition: form-data; name="field"\r\n\r\nreceipt\r\n',
    `--b\r\nContent-Disposition: form-data; name="file"; filename="${filename}"\r\n\r\n`,
  ].join("");
  async function* body() {
    yield Buffer.from(head);
    for (let at = 0; at < contents.length; at += 65_536) yield contents.subarray(at, at + 65_536);
    yield Buffer.from("\r\n--b--\r\n");
  }
  const contentType = "multipart/form-data; boundary=b";
  return readFormFile({ contentType, body: body(), environmentId: world.environment.id, most });
}

async function attach(disputeId: string, contents: Buffer, filename: string) {
  const { upload } = await sent(contents, filename);
  try {
    return { upload, dispute: await attachEvidence(world.viewer, { disputeId, field: "receipt", upload }) };
  } finally {
    await upload.settle();
  }
}

describe("a file of the evidence", () => {
  test("is kept under a name of ours, replaced, and taken out again", async () => {
    const id = await aDispute();
    const { upload } = await attach(id, png, "../../etc/receipt.png");
    expect(await isStored(world.environment.id, upload.storedAs)).toBe(true);
    const files = await attachedFiles(world.viewer, await getDispute(world.viewer, id));
    expect(files).toMatchObject([{ field: "receipt", file: { filename: "receipt.png", kind: "png" } }]);
    expect(await getDispute(world.viewer, id)).toMatchObject({
      status: "needs_response",
      submissionCount: 0,
    });
    await attach(id, pdfOf(2), "other.pdf");
    const replaced = await attachedFiles(world.viewer, await getDispute(world.viewer, id));
    expect(replaced.map(({ file }) => file.filename)).toEqual(["other.pdf"]);
    expect(
      (await detachEvidence(world.viewer, { disputeId: id, field: "receipt" })).evidence.receipt,
    ).toBeUndefined();
  });

  test("is what it says, by its contents; what is refused leaves nothing behind", async () => {
    const id = await aDispute();
    const strangers: [string, Buffer][] = [
      ["drawing.png", Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')],
      ["page.pdf", Buffer.from("<!doctype html><script>alert(1)</script>")],
      ["empty.pdf", Buffer.alloc(0)],
    ];
    for (const [filename, contents] of strangers) {
      const { upload } = await sent(contents, filename);
      const attaching = attachEvidence(world.viewer, { disputeId: id, field: "receipt", upload });
      await expect(attaching).rejects.toMatchObject({ facts: { param: "file" } });
      await upload.settle();
      expect(await isStored(world.environment.id, upload.storedAs)).toBe(false);
    }
    expect(await attachedFiles(world.viewer, await getDispute(world.viewer, id))).toEqual([]);
  });

  test("that is two things at once is a PDF to everybody, and no browser runs what else it holds", async () => {
    const id = await aDispute();
    await attach(id, Buffer.concat([Buffer.from("<script>alert(1)</script>"), pdfOf(1)]), "both.html");
    const [attached] = await attachedFiles(world.viewer, await getDispute(world.viewer, id));
    if (!attached) throw new Error("Nothing was attached");
    expect(downloadHeaders(attached.file, "attachment")).toMatchObject({
      "Content-Type": "application/pdf",
      "Content-Security-Policy": "default-src 'none'; sandbox",
      "X-Content-Type-Options": "nosniff",
    });
  });

  test("is refused while it comes in, once it is larger than banks take", async () => {
    let read = 0;
    async function* endless() {
      yield Buffer.from(
        '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.4',
      );
      for (; read < 100_000_000; read += 65_536) yield Buffer.alloc(65_536, 32);
    }
    const contentType = "multipart/form-data; boundary=b";
    const reading = readFormFile({
      contentType,
      body: endless(),
      environmentId: world.environment.id,
      most: 4_500_000,
    });
    await expect(reading).rejects.toMatchObject({ facts: { code: "file_too_large" } });
    expect(read).toBeLessThan(5_000_000);
  });

  test("has its place among all files, and among the pages that a network reads", async () => {
    const id = await aDispute();
    const large = Buffer.concat([pdfOf(1), Buffer.alloc(2_400_000, 32)]);
    await attach(id, large, "one.pdf");
    const { upload } = await sent(large, "two.pdf");
    const second = attachEvidence(world.viewer, { disputeId: id, field: "shipping_documentation", upload });
    await expect(second).rejects.toMatchObject({ facts: { code: "evidence_too_large" } });
    await upload.settle();
    expect(countPages(pdfOf(19))).toBe(19);
    expect(countPages(packed("<< /Type /Page >> << /Type /Page >>"))).toBe(2);
  });

  test("which unpack to more than anybody reads are counted that far", () => {
    const [page, large] = [packed("<< /Type /Page >>"), packed(Buffer.alloc(30_000_000))];
    expect(countPages(Buffer.concat([page, large, large, page]))).toBe(1);
  });

  test("of another tenant, or for another dispute that is over, is none", async () => {
    const id = await aDispute();
    await attach(id, png, "a.png");
    const { receipt } = (await getDispute(world.viewer, id)).evidence;
    const stranger = (await aWorld()).viewer;
    const theirs = await aDispute("createDispute", stranger);
    const stolen = updateDispute(stranger, theirs, { evidence: { receipt: String(receipt) }, submit: false });
    await expect(stolen).rejects.toMatchObject({ facts: { status: 404, param: "evidence[receipt]" } });
    const { upload } = await sent(png, "b.png");
    const forOthers = attachEvidence(stranger, { disputeId: id, field: "receipt", upload });
    await expect(forOthers).rejects.toMatchObject({ facts: { status: 404 } });
    const reading = { ...world.viewer, permissions: world.viewerWith(["view_only"]).permissions };
    await expect(attachEvidence(reading, { disputeId: id, field: "receipt", upload })).rejects.toMatchObject({
      facts: { status: 403 },
    });
    await upload.settle();
  });
});
