import { change } from "#db/rows";
import { fileLinks } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { type MetadataPatch, mergeMetadata } from "#lib/metadata";
import { assertAhead } from "./insert-file-link.ts";
import { findFileLink } from "./queries.ts";
import { type FileLinkRow, isExpired } from "./wire.ts";

interface FileLinkPatch {
  /** Milliseconds, or null to let it open for good. */
  expiresAt?: number | "now" | null | undefined;
  metadata?: MetadataPatch | undefined;
}

/** Changes until when a link opens, or ends it. An expired one stays expired. */
export async function updateFileLink(viewer: Viewer, id: string, patch: FileLinkPatch): Promise<FileLinkRow> {
  authorize(viewer, "files:write");
  return transaction(viewer, async (tx) => {
    const row = await findFileLink(tx, id);
    if (isExpired(row, tx.now)) {
      throw invalid("This file link has expired and can no longer be updated. Create a new one.", {
        code: "file_link_expired",
      });
    }
    if (patch.expiresAt !== "now") assertAhead(tx, patch.expiresAt, "expires_at");
    return change(tx, fileLinks, row, {
      expiresAt: patch.expiresAt === "now" ? tx.now : patch.expiresAt,
      metadata: mergeMetadata(row.metadata, patch.metadata),
    });
  });
}
