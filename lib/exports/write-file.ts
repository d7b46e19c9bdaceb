import { mkdir, open, rename } from "node:fs/promises";
import { dirname } from "node:path";
import type { Viewer } from "#lib/auth/viewer";
import type { ExportChoices } from "./choices.ts";
import { csvEncoder } from "./csv-encoder.ts";
import { planOf } from "./read-rows.ts";
import { xlsxEncoder } from "./xlsx-encoder.ts";

/** What is told of a file on its way: how many rows there will be, and how many are written. */
export type Progress = { total: number } | { rows: number };

/** Writes the chosen rows to a file, which is there whole or not at all. Its size in bytes. Reads long: for a thread of its own. */
export async function writeFile(
  viewer: Viewer,
  choices: ExportChoices,
  { path, tell }: { path: string; tell(progress: Progress): void },
): Promise<number> {
  const { timeZone, format } = choices;
  const plan = await planOf({ ...viewer, timeZone: choices.readIn }, choices);
  tell({ total: await plan.count() });
  const encode = format === "csv" ? csvEncoder(timeZone) : xlsxEncoder(timeZone);
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(`${path}.part`, "w", 0o600);
  let size = 0;
  let writing = Promise.resolve();
  try {
    for await (const piece of encode(plan.columns, counted(plan.batches(), tell))) {
      // One piece is written while the next is made.
      await writing;
      // `write` takes but a part where a disk is nearly full, which is no error.
      writing = file.appendFile(piece);
      // It is awaited with the next piece; until then it only must not go unheard.
      writing.catch(() => undefined);
      size += piece.length;
    }
    await writing;
    await file.sync();
  } finally {
    await writing.catch(() => undefined);
    await file.close();
  }
  await rename(`${path}.part`, path);
  return size;
}

async function* counted<Row>(
  batches: AsyncIterable<readonly Row[]>,
  tell: (progress: Progress) => void,
): AsyncGenerator<readonly Row[]> {
  let rows = 0;
  for await (const batch of batches) {
    yield batch;
    rows += batch.length;
    tell({ rows });
  }
}
