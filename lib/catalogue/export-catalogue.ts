import { toCsv } from "#lib/csv";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { mostCells } from "#lib/imports/read-csv";
import { type Sheet, type SheetName, written } from "./file/sheet.ts";
import { withSheet } from "./file/sheets.ts";

interface Choice {
  of: SheetName;
  /** Only what is on offer, or only what is not. */
  active?: boolean | undefined;
}

/**
 * A list of the catalogue as a file, which its import takes in again: newest first, read some at a time, a column for
 * each name in the metadata behind its own, as many as an import reads. Needs exports:read too.
 */
export function exportCatalogue(viewer: Viewer, { of, active }: Choice): AsyncGenerator<string> {
  authorize(viewer, "exports:read");
  authorize(viewer, "products:read");
  return withSheet(of, (sheet) => partsOf(viewer, sheet, active));
}

async function* partsOf<Row>(
  viewer: Viewer,
  sheet: Sheet<Row>,
  active: boolean | undefined,
): AsyncGenerator<string> {
  const own = Object.keys(sheet.columns);
  const facts = await namesIn(viewer, sheet, { active, most: mostCells - own.length });
  yield toCsv([[...own, ...facts.map((name) => `metadata.${name}`)]]);
  for await (const rows of pagesOf(viewer, sheet, active)) {
    yield toCsv(
      rows.map((row) => {
        const said = new Map(Object.entries(sheet.metadata(row)));
        return [...Object.values(written(sheet, row)), ...facts.map((name) => said.get(name) ?? "")];
      }),
    );
  }
}

/** The names in the metadata, those of the newest rows where there are more than `most`. */
async function namesIn<Row>(
  viewer: Viewer,
  sheet: Sheet<Row>,
  { active, most }: { active: boolean | undefined; most: number },
): Promise<string[]> {
  const names = new Set<string>();
  for await (const rows of pagesOf(viewer, sheet, active)) {
    for (const name of rows.flatMap((row) => Object.keys(sheet.metadata(row)))) {
      if (names.size < most) names.add(name);
    }
    if (names.size === most) break;
  }
  return [...names].sort();
}

async function* pagesOf<Row>(
  viewer: Viewer,
  sheet: Sheet<Row>,
  active: boolean | undefined,
): AsyncGenerator<Row[]> {
  let after: string | undefined;
  do {
    const { rows, next } = await sheet.page(viewer, after, active);
    if (rows.length > 0) yield rows;
    after = next;
  } while (after !== undefined);
}
