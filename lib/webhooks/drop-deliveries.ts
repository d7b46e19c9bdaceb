import { and, eq, inArray } from "drizzle-orm";
import { webhookDeliveries } from "#db/schema/index";
import { transaction } from "#db/transaction";
import type { Tx, Viewer } from "#lib/auth/viewer";

/** As many as a transaction changes without keeping others waiting. */
const batch = 500;

/** Drops what is still on its way to a deleted endpoint. */
export async function dropDeliveries(
  viewer: Viewer,
  { endpointId }: { endpointId: string; [more: string]: unknown },
): Promise<void> {
  while ((await transaction(viewer, (tx) => dropBatch(tx, endpointId))) === batch);
}

async function dropBatch(tx: Tx, endpointId: string): Promise<number> {
  const mine = eq(webhookDeliveries.environmentId, tx.environmentId);
  const rows = await tx.db
    .select({ id: webhookDeliveries.id })
    .from(webhookDeliveries)
    .where(
      and(
        mine,
        eq(webhookDeliveries.endpointId, endpointId),
        inArray(webhookDeliveries.state, ["pending", "queued"]),
      ),
    )
    .limit(batch);
  if (rows.length === 0) return 0;
  await tx.db
    .update(webhookDeliveries)
    .set({ state: "canceled", nextTryAt: null, leaseUntil: null })
    .where(
      and(
        mine,
        inArray(
          webhookDeliveries.id,
          rows.map(({ id }) => id),
        ),
      ),
    );
  return rows.length;
}
