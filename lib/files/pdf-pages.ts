import { readFile } from "node:fs/promises";
import { inflateSync } from "node:zlib";
import { pathOf } from "./storage.ts";

/** Bytes that are read of a file's compressed streams at most. */
const mostRead = 50_000_000;

/** How much longer than what is compressed its contents can be. Source: https://zlib.net/zlib_tech.html */
const mostGrowth = 1032;

/** How many pages a stored PDF has, at least: those that can be counted without drawing it. */
export async function pagesOf(environmentId: number, storedAs: string): Promise<number> {
  return countPages(await readFile(pathOf(environmentId, storedAs)));
}

/** Counts page objects, also where the file keeps them in compressed streams. Source: ISO 32000-1, 7.5.7. */
export function countPages(pdf: Buffer): number {
  const plain = pdf.toString("latin1");
  let pages = pageObjects(plain);
  let left = mostRead;
  for (const { index } of plain.matchAll(/\/ObjStm[\s\S]{0,400}?stream\r?\n/g)) {
    const begin = plain.indexOf("stream", index) + "stream".length;
    const start = begin + (plain.startsWith("\r\n", begin) ? 2 : 1);
    const end = plain.indexOf("endstream", start);
    if (end < 0 || left <= 0) break;
    const packed = pdf.subarray(start, end);
    const text = inflated(packed, left);
    pages += pageObjects(text);
    left -= text === "" ? packed.length * mostGrowth : Math.max(packed.length, text.length);
  }
  return pages;
}

function pageObjects(text: string): number {
  return text.match(/\/Type\s*\/Page(?![A-Za-z])/g)?.length ?? 0;
}

function inflated(bytes: Buffer, maxOutputLength: number): string {
  try {
    return inflateSync(bytes, { maxOutputLength }).toString("latin1");
  } catch {
    // What is not compressed like this holds no pages that could be counted.
    return "";
  }
}
