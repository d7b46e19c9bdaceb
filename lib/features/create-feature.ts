import { and, eq } from "drizzle-orm";
import { insert } from "#db/rows";
import { features } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { newId } from "#lib/ids";
import { type MetadataPatch, mergeMetadata } from "#lib/metadata";
import type { FeatureRow } from "./wire.ts";

/** Adds a feature that products can have. Its lookup key names it alone, for ever. */
export async function createFeature(
  viewer: Viewer,
  { lookupKey, metadata, name }: { lookupKey: string; metadata?: MetadataPatch; name: string },
): Promise<FeatureRow> {
  authorize(viewer, "products:write");
  return transaction(viewer, async (tx) => {
    const [holder] = await tx.db
      .select({ id: features.id })
      .from(features)
      .where(and(eq(features.environmentId, tx.environmentId), eq(features.lookupKey, lookupKey)));
    if (holder) {
      throw invalid(`A feature (\`${holder.id}\`) already uses that lookup key.`, {
        code: "resource_already_exists",
        param: "lookup_key",
      });
    }
    return insert(tx, features, {
      id: newId("feat", tx.now),
      createdAt: tx.now,
      active: true,
      lookupKey,
      metadata: mergeMetadata({}, metadata),
      name,
    });
  });
}
