import type { RowProblem } from "#db/schema/imports";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { inWorker } from "#lib/work/in-worker";
import { importRow } from "./import-row.ts";
import type { Outcome } from "./kind.ts";
import { kindNamed } from "./kinds.ts";
import { cellsFor, type ImportRow } from "./queries.ts";
import type { CsvRow } from "./read-csv.ts";

/** The first rows of a file that is not imported yet. */
export async function sampleRows(viewer: Viewer, row: ImportRow, limit: number): Promise<string[][]> {
  return (await rawRows(viewer, row, limit)).map(({ cells }) => cellsFor(viewer, row, cells));
}

async function rawRows(viewer: Viewer, row: ImportRow, limit: number): Promise<CsvRow[]> {
  authorize(viewer, kindNamed(row.kind).permission);
  if (row.storedAs === null) return [];
  const { storedAs, offset } = row;
  return (await inWorker(viewer, "readImportRows", { storedAs, offset, limit })).rows;
}

export interface PreviewedRow {
  /** Its number in the file, as a spreadsheet counts. */
  number: number;
  cells: string[];
  /** What is wrong with it, where it would come to nothing. */
  becomes: Outcome | RowProblem[];
}

/** What the first rows of a file would become, by its mapping as it is. Nothing is imported. */
export async function previewRows(viewer: Viewer, row: ImportRow, limit: number): Promise<PreviewedRow[]> {
  const rows = await rawRows(viewer, row, limit);
  const becomes = await triedRows(viewer, row, rows);
  return rows.map(({ cells, number }, at) => ({
    number: row.rows + number,
    cells: cellsFor(viewer, row, cells),
    becomes: becomes[at] ?? [],
  }));
}

const takenBack = Symbol("taken back");

/** Rows are imported, and all of it taken back: only so is it known what each becomes beside those before it. */
async function triedRows(viewer: Viewer, row: ImportRow, rows: CsvRow[]): Promise<PreviewedRow["becomes"][]> {
  let tried: PreviewedRow["becomes"][] = [];
  try {
    await transaction(viewer, async (tx) => {
      tried = [];
      for (const { cells } of rows) tried.push(await importRow(tx, row, cells));
      throw takenBack;
    });
  } catch (error) {
    if (error !== takenBack) throw error;
  }
  return tried;
}
