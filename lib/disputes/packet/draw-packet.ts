import { readFile } from "node:fs/promises";
import { PDFDocument } from "pdf-lib";
import type { FileKind } from "#db/schema/files";
import type { Scope } from "#db/transaction";
import { pathOf } from "#lib/files/storage";
import { appendFile } from "#lib/pdf/append-file";
import { type Paragraph, textPdf } from "#lib/pdf/text-pdf";

interface PacketFile {
  storedAs: string;
  kind: FileKind;
  caption: string;
  /** Before the number of the page it begins on: "page". */
  page: string;
}

interface Packet {
  title: string;
  cover: readonly Paragraph[];
  filesHeading: string;
  /** Said on a page of its own in the place of a file that cannot be shown. */
  unreadable: string;
  files: readonly PacketFile[];
}

/** The packet as one PDF: the cover, with the page on which each file begins, then the files. A worker does it. */
export async function drawPacket({ environmentId }: Scope, packet: Packet): Promise<Uint8Array> {
  const behind = await PDFDocument.create();
  const begins: number[] = [];
  for (const { storedAs, kind, caption } of packet.files) {
    begins.push(behind.getPageCount());
    const bytes = await readFile(pathOf(environmentId, storedAs)).catch(() => null);
    const appended = bytes !== null && (await appendFile(behind, { kind, bytes }));
    if (!appended) await append(behind, await textPdf(packet.title, unreadableOf(packet, caption)));
  }
  const front = await coverBefore(packet, begins);
  if (begins.length > 0) await append(front, await behind.save());
  return front.save();
}

/** The cover names pages behind itself, so it is laid out once to see how many pages it has. */
async function coverBefore(packet: Packet, begins: readonly number[]): Promise<PDFDocument> {
  const laidOut = (pages: number) =>
    textPdf(packet.title, [...packet.cover, ...named(packet, begins, pages)]);
  const tried = await PDFDocument.load(await laidOut(1));
  const pages = tried.getPageCount();
  return pages === 1 ? tried : PDFDocument.load(await laidOut(pages));
}

function named({ files, filesHeading }: Packet, begins: readonly number[], before: number): Paragraph[] {
  if (files.length === 0) return [];
  return [
    { style: "heading", text: filesHeading },
    ...files.map(({ caption, page }, at) => ({
      style: "body" as const,
      text: `${caption} (${page} ${before + (begins[at] ?? 0) + 1})`,
    })),
  ];
}

function unreadableOf({ unreadable }: Packet, caption: string): Paragraph[] {
  return [
    { style: "heading", text: caption },
    { style: "body", text: unreadable },
  ];
}

async function append(document: PDFDocument, bytes: Uint8Array): Promise<void> {
  const other = await PDFDocument.load(bytes);
  for (const page of await document.copyPages(other, other.getPageIndices())) document.addPage(page);
}
