import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { findFile } from "#lib/files/queries";
import { type FileLinkInput, insertFileLink } from "./insert-file-link.ts";
import type { FileLinkRow } from "./wire.ts";

/** Gives a file an address that opens it for whoever has it. */
export async function createFileLink(
  viewer: Viewer,
  { fileId, ...input }: FileLinkInput & { fileId: string },
): Promise<FileLinkRow> {
  authorize(viewer, "files:write");
  return transaction(viewer, async (tx) => insertFileLink(tx, await findFile(tx, fileId, "file"), input));
}
