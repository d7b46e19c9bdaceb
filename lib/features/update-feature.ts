import { change } from "#db/rows";
import { features } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { type MetadataPatch, mergeMetadata } from "#lib/metadata";
import { findFeature } from "./queries.ts";
import type { FeatureRow } from "./wire.ts";

/** Renames a feature or archives it: then no further product can have it. */
export async function updateFeature(
  viewer: Viewer,
  id: string,
  { active, metadata, name }: { active?: boolean; metadata?: MetadataPatch; name?: string },
): Promise<FeatureRow> {
  authorize(viewer, "products:write");
  return transaction(viewer, async (tx) => {
    const row = await findFeature(tx, id);
    return change(tx, features, row, {
      active: active ?? row.active,
      metadata: mergeMetadata(row.metadata, metadata),
      name: name ?? row.name,
    });
  });
}
