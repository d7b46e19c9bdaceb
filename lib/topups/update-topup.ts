import { change } from "#db/rows";
import { topups } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { mergeMetadata, type MetadataPatch } from "#lib/metadata";
import { findTopup } from "./queries.ts";
import type { TopupRow } from "./wire.ts";

/** Changes a top-up's description and metadata: all that can be changed of one. */
export function updateTopup(
  viewer: Viewer,
  id: string,
  { description, metadata }: { description?: string; metadata?: MetadataPatch },
): Promise<TopupRow> {
  authorize(viewer, "topups:write");
  return transaction(viewer, async (tx) => {
    const topup = await findTopup(tx, id);
    return change(tx, topups, topup, {
      description: description ?? topup.description,
      metadata: mergeMetadata(topup.metadata, metadata),
    });
  });
}
