import type { RowProblem } from "#db/schema/imports";
import { reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { inWorker } from "#lib/work/in-worker";
import { kindNamed } from "./kinds.ts";
import { keyValue, problemsOf, valuesOf } from "./mapping.ts";
import { cellsFor, type ImportRow } from "./queries.ts";

/** The first rows of a file that is not imported yet. */
export async function sampleRows(viewer: Viewer, row: ImportRow, limit: number): Promise<string[][]> {
  return (await rawRows(viewer, row, limit)).map((cells) => cellsFor(viewer, row, cells));
}

async function rawRows(viewer: Viewer, row: ImportRow, limit: number): Promise<string[][]> {
  authorize(viewer, kindNamed(row.kind).permission);
  if (row.storedAs === null) return [];
  const { storedAs, offset } = row;
  return (await inWorker(viewer, "readImportRows", { storedAs, offset, limit })).rows;
}

export interface PreviewedRow {
  /** From 1. */
  number: number;
  cells: string[];
  /** What it would change; null: nothing, it makes something new. */
  objectId: string | null;
  problems: RowProblem[];
}

/** What the first rows of a file would become, by its mapping as it is. Nothing is imported. */
export async function previewRows(viewer: Viewer, row: ImportRow, limit: number): Promise<PreviewedRow[]> {
  const kind = kindNamed(row.kind);
  const rows = await rawRows(viewer, row, limit);
  const handle = await reader(viewer);
  return Promise.all(
    rows.map(async (cells, at) => {
      const problems = problemsOf(kind, row, cells);
      const values = valuesOf(row.columns, cells);
      const isKeyed = row.key !== null && keyValue(values, row.key) !== "";
      const ids = isKeyed && row.key !== null ? await kind.find(handle, row.key, values) : [];
      if (ids.length > 1) problems.push({ field: row.key, code: "key_ambiguous" });
      return { number: at + 1, cells: cellsFor(viewer, row, cells), objectId: ids[0] ?? null, problems };
    }),
  );
}
