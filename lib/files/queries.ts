import type { FilePurpose } from "#db/schema/files";
import { find } from "#db/rows";
import { files } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { type Page, pageRows, type PageRequest } from "#lib/api/page";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { invalid, notFound } from "#lib/errors";
import type { Download } from "./download.ts";
import { factsOf } from "./purposes.ts";
import { isStored } from "./storage.ts";
import type { FileRow } from "./wire.ts";

/** One file's facts. Throws a 404 that names `param`. */
export async function getFile(viewer: Viewer, id: string): Promise<FileRow> {
  authorize(viewer, "files:read");
  return findFile(await reader(viewer), id);
}

/** As `getFile`, for commands: inside their transaction, authorized by them. */
export async function findFile(handle: Handle, id: string, param = "id"): Promise<FileRow> {
  const row = await find(handle, files, id);
  if (!row) throw notFound("file", id, param);
  return row;
}

/** Files, newest first. */
export async function listFiles(
  viewer: Viewer,
  request: PageRequest & { purpose?: FilePurpose | undefined },
): Promise<Page<FileRow>> {
  authorize(viewer, "files:read");
  return pageRows(viewer, { table: files, kind: "file", request, filters: { purpose: request.purpose } });
}

/** The contents of a file. Throws where its purpose keeps them from being had back, and once they are gone. */
export async function downloadFile(viewer: Viewer, id: string): Promise<Download> {
  const row = await getFile(viewer, id);
  if (!factsOf(row.purpose).downloadable) {
    throw invalid(`Files with the purpose ${row.purpose} cannot be downloaded.`, {
      code: "file_not_downloadable",
    });
  }
  const download = await contentsOf(viewer, row);
  if (!download) throw notFound("file", id);
  return download;
}

/** What there is to send of a file; null once it has expired. */
export async function contentsOf(viewer: Viewer, row: FileRow): Promise<Download | null> {
  if (row.expiresAt !== null && row.expiresAt <= viewer.now()) return null;
  return (await isStored(row.environmentId, row.storedAs)) ? row : null;
}
