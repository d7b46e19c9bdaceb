import { and, asc, eq } from "drizzle-orm";
import { update } from "#db/rows";
import { webhookDeliveries } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { ringAfterCommit } from "./fan-out.ts";

/** Lets the next event of an endpoint's replays go, after the one before it was delivered or given up. */
export async function promoteNext(tx: Tx, endpointId: string): Promise<void> {
  const [head] = await tx.db
    .select({ id: webhookDeliveries.id })
    .from(webhookDeliveries)
    .where(stateIs(tx, endpointId, "queued"))
    .orderBy(asc(webhookDeliveries.createdAt), asc(webhookDeliveries.id))
    .limit(1);
  if (!head) return;
  const start = { state: "pending" as const, startedAt: tx.now, nextTryAt: tx.now, tries: 0 };
  await update(tx, webhookDeliveries, head.id, start);
  ringAfterCommit(tx, endpointId);
}

/** Sets an endpoint's replays going, unless one of their events is on its way. */
export async function promoteFirst(tx: Tx, endpointId: string): Promise<void> {
  const [underway] = await tx.db
    .select({ id: webhookDeliveries.id })
    .from(webhookDeliveries)
    .where(and(stateIs(tx, endpointId, "pending"), eq(webhookDeliveries.replay, true)))
    .limit(1);
  if (!underway) await promoteNext(tx, endpointId);
}

function stateIs(tx: Tx, endpointId: string, state: "pending" | "queued") {
  return and(
    eq(webhookDeliveries.environmentId, tx.environmentId),
    eq(webhookDeliveries.endpointId, endpointId),
    eq(webhookDeliveries.state, state),
  );
}
