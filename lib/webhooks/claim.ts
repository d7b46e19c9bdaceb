import { and, asc, eq, gt, isNull, lt, lte, or, sql } from "drizzle-orm";
import { update } from "#db/rows";
import { webhookDeliveries } from "#db/schema/index";
import { reader, type Scope, transaction } from "#db/transaction";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { minute } from "#lib/clock";

export type DeliveryRow = typeof webhookDeliveries.$inferSelect;

/** Deliveries whose process is gone are taken over after this long, milliseconds of the system's clock. */
const lease = 3 * minute;

/** Claims up to `limit` deliveries to an endpoint that are due at the viewer's time, the longest due first. */
export async function claimDue(viewer: Viewer, endpointId: string, limit: number): Promise<DeliveryRow[]> {
  const due = await dueDeliveries(await reader(viewer), viewer, endpointId, limit);
  if (due.length === 0) return [];
  return transaction(viewer, async (tx) => {
    const leaseUntil = Date.now() + lease;
    const rows = await dueDeliveries(tx, viewer, endpointId, limit);
    for (const { id } of rows) await update(tx, webhookDeliveries, id, { leaseUntil });
    return rows.map((row) => ({ ...row, leaseUntil }));
  });
}

/** Whether anything is due to an endpoint at `now`, its environment's time, and nobody is at it. */
export async function isDue(endpoint: { environmentId: number; id: string }, now: number): Promise<boolean> {
  const scope = { environmentId: endpoint.environmentId, now: () => now };
  return (await dueDeliveries(await reader(scope), scope, endpoint.id, 1)).length > 0;
}

/** When the next delivery to an endpoint is due after the viewer's time; undefined when none is. */
export async function nextDueAfter(tx: Tx, endpointId: string): Promise<number | undefined> {
  const [row] = await tx.db
    .select({ at: webhookDeliveries.nextTryAt })
    .from(webhookDeliveries)
    .where(and(pendingTo(tx.environmentId, endpointId), gt(webhookDeliveries.nextTryAt, tx.now)))
    .orderBy(asc(webhookDeliveries.nextTryAt))
    .limit(1);
  return row?.at ?? undefined;
}

/** What a process that is gone had claimed is free again: called by the one that takes its place. */
export async function releaseClaims(viewer: Viewer, endpointId: string): Promise<void> {
  await transaction(viewer, (tx) =>
    tx.db.update(webhookDeliveries).set({ leaseUntil: null }).where(pendingTo(tx.environmentId, endpointId)),
  );
}

function pendingTo(environmentId: number, endpointId: string) {
  return and(
    eq(webhookDeliveries.environmentId, environmentId),
    eq(webhookDeliveries.endpointId, endpointId),
    isPending,
  );
}

/** Spelled out, not a parameter: so SQLite sees that the index of pending deliveries fits. */
const isPending = sql`${webhookDeliveries.state} = 'pending'`;

async function dueDeliveries(
  handle: Pick<Tx, "prepared">,
  viewer: Scope,
  endpointId: string,
  limit: number,
): Promise<DeliveryRow[]> {
  const statement = handle.prepared("due webhook deliveries", (db) =>
    db
      .select()
      .from(webhookDeliveries)
      .where(
        and(
          eq(webhookDeliveries.environmentId, sql.placeholder("environmentId")),
          eq(webhookDeliveries.endpointId, sql.placeholder("endpointId")),
          isPending,
          lte(webhookDeliveries.nextTryAt, sql.placeholder("now")),
          or(
            isNull(webhookDeliveries.leaseUntil),
            lt(webhookDeliveries.leaseUntil, sql.placeholder("systemNow")),
          ),
        ),
      )
      .orderBy(asc(webhookDeliveries.nextTryAt), asc(webhookDeliveries.id))
      .limit(sql.placeholder("limit"))
      .prepare(),
  );
  return statement.execute({
    environmentId: viewer.environmentId,
    endpointId,
    now: viewer.now(),
    systemNow: Date.now(),
    limit,
  });
}
