import { and, eq, inArray, isNotNull, lt, sql } from "drizzle-orm";
import { webhookAttempts, webhookDeliveries, webhookEndpoints } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { listEnvironments } from "#lib/accounts/environments";
import { allPermissions } from "#lib/auth/permissions";
import { systemViewer, type Tx } from "#lib/auth/viewer";
import { day } from "#lib/clock";
import { idOf } from "#lib/ids";

/** For how long it can be seen what became of a delivery. */
const kept = 30 * day;

/** As many as a transaction deletes without keeping others waiting. */
const batch = 500;

/** Forgets old deliveries that are over, with their tries. */
export async function pruneDeliveries(): Promise<void> {
  for (const environment of await listEnvironments()) {
    const viewer = systemViewer(environment, "job", new Set(allPermissions));
    while ((await transaction(viewer, pruneAttempts)) === batch);
    while ((await transaction(viewer, pruneBatch)) === batch);
    await transaction(viewer, pruneListeners);
  }
}

async function pruneAttempts(tx: Tx): Promise<number> {
  const mine = eq(webhookAttempts.environmentId, tx.environmentId);
  const old = await tx.db
    .select({ id: webhookAttempts.id })
    .from(webhookAttempts)
    .where(and(mine, lt(webhookAttempts.id, firstIdKept(tx, "wha"))))
    .limit(batch);
  const ids = old.map(({ id }) => id);
  if (ids.length > 0) await tx.db.delete(webhookAttempts).where(and(mine, inArray(webhookAttempts.id, ids)));
  return old.length;
}

async function pruneBatch(tx: Tx): Promise<number> {
  const mine = eq(webhookDeliveries.environmentId, tx.environmentId);
  const over = inArray(webhookDeliveries.state, ["delivered", "failed", "canceled"]);
  const old = await tx.db
    .select({ id: webhookDeliveries.id })
    .from(webhookDeliveries)
    .where(and(mine, over, lt(webhookDeliveries.id, firstIdKept(tx, "whd"))))
    .limit(batch);
  const ids = old.map(({ id }) => id);
  if (ids.length > 0)
    await tx.db.delete(webhookDeliveries).where(and(mine, inArray(webhookDeliveries.id, ids)));
  return old.length;
}

/** Command lines that are gone, once nothing is left of what they were sent. */
async function pruneListeners(tx: Tx): Promise<void> {
  await tx.db.delete(webhookEndpoints).where(
    and(
      eq(webhookEndpoints.environmentId, tx.environmentId),
      isNotNull(webhookEndpoints.listenerKeyId),
      eq(webhookEndpoints.status, "disabled"),
      lt(webhookEndpoints.createdAt, tx.now - kept),
      sql`not exists (select 1 from ${webhookDeliveries}
          where ${webhookDeliveries.environmentId} = ${webhookEndpoints.environmentId}
            and ${webhookDeliveries.endpointId} = ${webhookEndpoints.id})`,
    ),
  );
}

/** Ids come in the order of creation. */
function firstIdKept(tx: Tx, prefix: "wha" | "whd"): string {
  return idOf(prefix, tx.now - kept, 0, "");
}
