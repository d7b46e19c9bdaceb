import { insert } from "#db/rows";
import { imports } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import type { Upload } from "#lib/files/upload";
import { newId } from "#lib/ids";
import { readPreference } from "#lib/people/preferences";
import { inWorker } from "#lib/work/in-worker";
import { kindNamed } from "./kinds.ts";
import { rememberedFor, suggest } from "./mapping.ts";
import type { ImportRow } from "./queries.ts";

/** Takes a file in, with what its columns most likely are. Nothing is imported yet. */
export async function beginImport(viewer: Viewer, name: string, file: Upload): Promise<ImportRow> {
  const kind = kindNamed(name);
  authorize(viewer, kind.permission);
  const { storedAs, size, filename } = file;
  const { rows, more } = await inWorker(viewer, "readImportRows", { storedAs, offset: 0, limit: 1 });
  const [headings] = rows;
  if (!headings || !more) {
    throw invalid("The file has no rows below its headings.", { code: "file_empty", param: "file" });
  }
  const { cells: header, number, next } = headings;
  const { columns, key } = suggest(kind, header, await readPreference(viewer, rememberedFor(kind)));
  return transaction(viewer, async (tx) => {
    const row = await insert(tx, imports, {
      id: newId("imp", tx.now),
      createdAt: tx.now,
      kind: kind.name,
      filename,
      size,
      storedAs,
      header,
      columns,
      key,
      state: "mapping",
      offset: next,
      rows: number,
      created: 0,
      updated: 0,
      unchanged: 0,
      refused: 0,
      keysAfter: "",
      createdBy: viewer.actor,
    });
    tx.afterCommit(() => file.keep());
    return row;
  });
}
