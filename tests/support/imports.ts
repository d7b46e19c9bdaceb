import { store } from "#lib/files/storage";
import { toUpload } from "#lib/files/upload";
import type { Viewer } from "#lib/auth/viewer";
import { beginImport } from "#lib/imports/begin-import";
import { mapColumns } from "#lib/imports/map-columns";
import { getImport, type ImportRow, listRefused } from "#lib/imports/queries";
import { startImport } from "#lib/imports/start-import";
import { runDueJobs } from "#lib/jobs/run-due";
import type { World } from "./world.ts";

async function* pieces(text: string) {
  yield Buffer.from(text);
}

/** A file that is taken in, and not imported yet. */
export async function begunImport(viewer: Viewer, kind: string, text: string): Promise<ImportRow> {
  const stored = await store(viewer.environmentId, pieces(text), () => {});
  return beginImport(
    viewer,
    kind,
    toUpload(viewer.environmentId, { ...stored, filename: "a.csv", kind: "csv" }),
  );
}

/** A file that is imported to its end, its columns as they are suggested. `key`: another one than is suggested. */
export async function importedFile(
  { viewer, environment }: World,
  kind: string,
  text: string,
  key?: string,
): Promise<ImportRow> {
  const row = await begunImport(viewer, kind, text);
  await mapColumns(viewer, row, { columns: row.columns, key: key ?? row.key });
  await startImport(viewer, row);
  await runDueJobs(environment, Date.now());
  return getImport(viewer, kind, row.id);
}

/** Of each row that came to nothing its number, and what was wrong with which field. */
export async function refusedOf(viewer: Viewer, row: ImportRow): Promise<string[]> {
  const refused = await listRefused(viewer, row, { after: 0, limit: 100 });
  return refused.map((one) =>
    [one.row, ...one.problems.map(({ field, code }) => `${field} ${code}`)].join(", "),
  );
}
