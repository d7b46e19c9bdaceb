import { isUtf8 } from "node:buffer";
import { open } from "node:fs/promises";
import type { FileKind } from "#db/schema/files";

/** How much of either end of a file is looked at, bytes. */
const glance = 64 * 1024;

interface Glimpse {
  head: Buffer;
  tail: Buffer;
  filename: string;
}

/** What the contents of a file are; null for what none of our kinds is. The name only tells texts from one another. */
export async function kindOf(path: string, filename: string): Promise<FileKind | null> {
  const glimpse = { ...(await glimpseOf(path)), filename: filename.toLowerCase() };
  return bySignature(glimpse) ?? byText(glimpse);
}

async function glimpseOf(path: string): Promise<Omit<Glimpse, "filename">> {
  const file = await open(path, "r");
  try {
    const { size } = await file.stat();
    const length = Math.min(size, glance);
    const head = Buffer.alloc(length);
    const tail = Buffer.alloc(length);
    await file.read(head, 0, length, 0);
    await file.read(tail, 0, length, size - length);
    return { head, tail };
  } finally {
    await file.close();
  }
}

function bySignature({ head, tail }: Glimpse): FileKind | null {
  if (begins(head, "\xff\xd8\xff")) return "jpg";
  if (begins(head, "\x89PNG\r\n\x1a\n")) return "png";
  if (begins(head, "GIF87a") || begins(head, "GIF89a")) return "gif";
  if (head.subarray(0, 1024).includes("%PDF-")) return "pdf";
  return begins(head, "PK\x03\x04") ? byDirectory(tail) : null;
}

/** A zip archive names what is in it at its end. */
function byDirectory(tail: Buffer): FileKind | null {
  if (tail.includes("word/document.xml")) return "docx";
  if (tail.includes("xl/workbook.xml")) return "xlsx";
  return tail.includes("AndroidManifest.xml") ? "apk" : null;
}

function byText({ head, filename }: Glimpse): FileKind | null {
  if (head.includes(0) || !isText(head)) return null;
  const text = head
    .toString()
    .replace(/^\uFEFF/, "")
    .trimStart();
  if (/^-----BEGIN [A-Z ]+-----/.test(text)) return "pem";
  if (/^(<\?xml[^>]*>\s*)?(<!--[^>]*-->\s*)*(<!doctype svg[^>]*>\s*)?<svg[\s>]/i.test(text)) return "svg";
  if (/<(!doctype|html|head|body|script|iframe|svg)[\s>]/i.test(text)) return null;
  if (/^[[{]/.test(text)) return filename.endsWith(".json") || isJson(text) ? "json" : null;
  if (filename.endsWith(".csv")) return "csv";
  return /\.(md|markdown)$/.test(filename) ? "md" : "txt";
}

/** A character may have been cut in two at the end of the glance. */
function isText(head: Buffer): boolean {
  return [0, 1, 2, 3].some((cut) => isUtf8(head.subarray(0, head.length - cut)));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function begins(buffer: Buffer, signature: string): boolean {
  return buffer.subarray(0, signature.length).equals(Buffer.from(signature, "latin1"));
}
