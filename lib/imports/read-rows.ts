import { open } from "node:fs/promises";
import type { Scope } from "#db/transaction";
import { pathOf } from "#lib/files/storage";
import { type CsvRow, dialectOf, readCsv, UnreadableCsv } from "./read-csv.ts";

interface Wanted {
  storedAs: string;
  /** The first byte of the first row. */
  offset: number;
  limit: number;
}

interface Rows {
  /** Numbered from the first byte that was wanted. */
  rows: CsvRow[];
  /** The file goes on. */
  more: boolean;
  /** The number of the row behind these that cannot be read; null where all can. */
  broken: number | null;
}

const sniffed = 64 * 1024;

/** The next rows of a file, for a worker: parsing a large one takes seconds. */
export async function readImportRows({ environmentId }: Scope, wanted: Wanted): Promise<Rows> {
  const path = pathOf(environmentId, wanted.storedAs);
  const dialect = dialectOf(await beginningOf(path));
  const found: Rows = { rows: [], more: false, broken: null };
  try {
    const start = Math.max(wanted.offset, await markLength(path));
    for await (const row of readCsv(path, dialect, start)) {
      if (found.rows.length === wanted.limit) return { ...found, more: true };
      found.rows.push(row);
    }
    return found;
  } catch (error) {
    if (error instanceof UnreadableCsv) return { ...found, broken: error.number };
    throw error;
  }
}

async function beginningOf(path: string, length = sniffed): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(length), position: 0 });
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** Spreadsheets mark their UTF-8 with three bytes before it. */
async function markLength(path: string): Promise<number> {
  const mark = await beginningOf(path, 3);
  return mark.equals(Buffer.from([0xef, 0xbb, 0xbf])) ? 3 : 0;
}
