import { PDFDocument, PDFName, type PDFImage } from "pdf-lib";
import type { FileKind } from "#db/schema/files";

/** Points: A4, and the room around what stands on it. */
const page = { width: 595, height: 842, margin: 64 };

/** Pixels of an image that are drawn at most: what says it has more is not opened. */
const mostPixels = 50_000_000;

/** Pages of a PDF, and the branches they hang on, at most: a small file can say that it has billions. */
const mostPages = 500;

/**
 * Adds a file to a document: the pages of a PDF as they are, without anything that acts by itself, or an image on a
 * page of its own. False where it cannot be read, as when it is locked or damaged; the document is then as before.
 */
export async function appendFile(
  document: PDFDocument,
  { kind, bytes }: { kind: FileKind; bytes: Buffer },
): Promise<boolean> {
  try {
    if (kind === "pdf") await appendPages(document, bytes);
    else if (kind === "png" && pixelsOf(bytes) <= mostPixels)
      drawImage(document, await document.embedPng(bytes));
    else if (kind === "jpg") drawImage(document, await document.embedJpg(bytes));
    else return false;
    return true;
  } catch {
    // What came from outside may be anything; its reader tells only by failing.
    return false;
  }
}

async function appendPages(document: PDFDocument, bytes: Buffer): Promise<void> {
  const other = await PDFDocument.load(bytes, { updateMetadata: false });
  assertFewPages(other);
  // Links, forms and scripts hang on these: what is taken off before is not copied either.
  for (const { node } of other.getPages()) for (const name of ["Annots", "AA"]) node.delete(PDFName.of(name));
  for (const page of await document.copyPages(other, other.getPageIndices())) document.addPage(page);
}

function assertFewPages(document: PDFDocument): void {
  let left = mostPages;
  document.catalog.Pages().traverse(() => {
    if (left-- === 0) throw new RangeError("Too many pages");
  });
}

function drawImage(document: PDFDocument, image: PDFImage): void {
  const room = { width: page.width - 2 * page.margin, height: page.height - 2 * page.margin };
  const scale = Math.min(1, room.width / image.width, room.height / image.height);
  const size = { width: image.width * scale, height: image.height * scale };
  const top = page.height - page.margin;
  document
    .addPage([page.width, page.height])
    .drawImage(image, { x: page.margin, y: top - size.height, ...size });
}

/** As its header says; no end of them where its reader goes by another one. Source: https://www.w3.org/TR/png-3/#11IHDR */
function pixelsOf(png: Buffer): number {
  const [first, ...others] = chunksOf(png);
  const isPlain = first === "IHDR" && !others.includes("IHDR") && !others.includes("acTL");
  return isPlain ? png.readUInt32BE(16) * png.readUInt32BE(20) : Infinity;
}

/** The names of its parts in order. */
function* chunksOf(png: Buffer): Generator<string> {
  for (let at = 8; at + 8 <= png.length; at += 12 + png.readUInt32BE(at)) {
    yield png.toString("latin1", at + 4, at + 8);
  }
}
