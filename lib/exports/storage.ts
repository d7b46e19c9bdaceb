import { createReadStream, type ReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { filesFolder } from "#db/files-folder";
import type { ExportRow } from "./queries.ts";

type Named = Pick<ExportRow, "environmentId" | "id" | "format">;

/** Where the file of an export lies, beside the uploads. */
export function pathOfExport({ environmentId, id, format }: Named): string {
  return join(filesFolder(), "exports", String(environmentId), `${id}.${format}`);
}

export function readExport(row: Named): ReadStream {
  return createReadStream(pathOfExport(row));
}

/** Takes the file away, and what there is of one that was being written. */
export async function discardExport(row: Named): Promise<void> {
  const path = pathOfExport(row);
  await rm(path, { force: true });
  await rm(`${path}.part`, { force: true });
}
