import { and, eq, isNull, sql } from "drizzle-orm";
import { insert } from "#db/rows";
import { webhookDeliveries, webhookEndpoints } from "#db/schema/index";
import { environmentNow, type Tx } from "#lib/auth/viewer";
import { newId } from "#lib/ids";
import { bell } from "./bell.ts";

/** Puts an event on its way to every endpoint that wants it, in the transaction that records it. */
export async function fanOut(tx: Tx, event: { id: string; type: string }): Promise<void> {
  for (const endpoint of await listeners(tx)) {
    if (wants(endpoint, event.type)) await addDelivery(tx, endpoint.id, event);
  }
}

/** Whether an endpoint asked for events of this type. */
export function wants({ enabledEvents }: { enabledEvents: readonly string[] }, type: string): boolean {
  return enabledEvents.includes("*") || enabledEvents.includes(type);
}

/** A delivery that is due at once, sent after the commit. Yields its id. */
export async function addDelivery(
  tx: Tx,
  endpointId: string,
  event: { id: string; type: string },
): Promise<string> {
  const at = environmentNow(tx);
  const id = newId("whd", at);
  await insert(tx, webhookDeliveries, {
    id,
    createdAt: at,
    endpointId,
    eventId: event.id,
    eventType: event.type,
    state: "pending",
    replay: false,
    startedAt: at,
    tries: 0,
    nextTryAt: at,
  });
  ringAfterCommit(tx, endpointId);
  return id;
}

/** Has the dispatcher look at an endpoint once this transaction is durable. */
export function ringAfterCommit(tx: Tx, endpointId: string): void {
  tx.afterCommit(() => bell.ring(tx.environmentId, endpointId));
}

async function listeners(tx: Tx) {
  const statement = tx.prepared("enabled webhook endpoints", (db) =>
    db
      .select({ id: webhookEndpoints.id, enabledEvents: webhookEndpoints.enabledEvents })
      .from(webhookEndpoints)
      .where(
        and(
          eq(webhookEndpoints.environmentId, sql.placeholder("environmentId")),
          eq(webhookEndpoints.status, "enabled"),
          isNull(webhookEndpoints.deletedAt),
        ),
      )
      .prepare(),
  );
  return statement.execute({ environmentId: tx.environmentId });
}
