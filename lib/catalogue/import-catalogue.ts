import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { readCsv } from "#lib/csv";
import { invalid, isDomainError } from "#lib/errors";
import { applyRow, type Outcome } from "./apply-row.ts";
import { type Cells, readRow, type RowProblem } from "./read-row.ts";

/** What came of a file, or would come of it. */
export interface ImportReport extends Record<Outcome, number> {
  refused: { line: number; problems: RowProblem[] }[];
}

/** Lines of a file at most: they are taken in at once. */
export const mostLines = 2000;
const linesPerTransaction = 20;

/**
 * Takes a file of the form of `exportCatalogue` into the catalogue, line by line: one that is refused does not keep the
 * others. The same file again changes nothing. `check`: tells what would come of it, and changes nothing. Some lines at
 * a time, so that nobody who is served meanwhile waits.
 */
export async function importCatalogue(
  viewer: Viewer,
  text: string,
  act: "check" | "import",
): Promise<ImportReport> {
  authorize(viewer, "products:write");
  const lines = cellsOf(text);
  const report = nothing();
  for (let from = 0; from < lines.length; from += linesPerTransaction) {
    const some = lines.slice(from, from + linesPerTransaction);
    merge(report, act === "check" ? await checked(viewer, some, from) : await taken(viewer, some, from));
  }
  return report;
}

function taken(viewer: Viewer, lines: Cells[], before: number): Promise<ImportReport> {
  return transaction(viewer, () => takeIn(viewer, lines, before));
}

const undone = new Error("Only checked");

/** As if they were taken in: then all of it is undone. */
async function checked(viewer: Viewer, lines: Cells[], before: number): Promise<ImportReport> {
  let told = nothing();
  await transaction(viewer, async () => {
    told = await takeIn(viewer, lines, before);
    throw undone;
  }).catch((error: unknown) => {
    if (error !== undone) throw error;
  });
  return told;
}

function nothing(): ImportReport {
  return { created: 0, updated: 0, unchanged: 0, refused: [] };
}

async function takeIn(viewer: Viewer, lines: Cells[], before: number): Promise<ImportReport> {
  const report = nothing();
  for (const [index, cells] of lines.entries()) {
    const told = await takeLine(viewer, cells);
    if (typeof told === "string") report[told]++;
    // The first line of the file names its columns.
    else report.refused.push({ line: before + index + 2, problems: told });
  }
  return report;
}

async function takeLine(viewer: Viewer, cells: Cells): Promise<Outcome | RowProblem[]> {
  const read = readRow(cells);
  if ("problems" in read) return read.problems;
  try {
    // A savepoint: what a refused line did before it was refused is undone with it.
    return await transaction(viewer, (tx) => applyRow(tx, read.row));
  } catch (error) {
    if (!isDomainError(error)) throw error;
    const { param = "", code = "line_refused" } = error.facts;
    return [{ field: param, code }];
  }
}

function merge(report: ImportReport, { created, updated, unchanged, refused }: ImportReport): void {
  report.created += created;
  report.updated += updated;
  report.unchanged += unchanged;
  report.refused.push(...refused);
}

function cellsOf(text: string): Cells[] {
  const [header = [], ...rows] = readCsv(text);
  const names = header.map((name) => name.trim().toLowerCase());
  if (!names.includes("product_name") && !names.includes("product_id")) {
    throw invalid("The first line of the file names its columns, product_name among them.", {
      code: "import_no_columns",
      param: "file",
    });
  }
  if (rows.length > mostLines) {
    throw invalid("The file has too many lines.", { code: "import_too_long", param: "file" });
  }
  return rows.map((row) => Object.fromEntries(names.map((name, at) => [name, row[at]?.trim() || undefined])));
}
