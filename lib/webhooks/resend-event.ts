import { and, desc, eq, inArray, isNotNull } from "drizzle-orm";
import { webhookDeliveries, webhookEndpoints } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { getEvent } from "#lib/events/queries";
import type { EventRow } from "#lib/events/wire";
import type { DeliveryRow } from "./claim.ts";
import { addDelivery, wants } from "./fan-out.ts";
import { assertEnabled, resend } from "./resend-delivery.ts";

/** Sends an event to every command line that listens now and may see it. Needs webhooks:write and what seeing it needs. */
export async function resendToListeners(viewer: Viewer, eventId: string): Promise<EventRow> {
  authorize(viewer, "webhooks:write");
  return transaction(viewer, async (tx) => {
    const event = await getEvent(viewer, eventId);
    const sent = await latestDeliveries(tx, eventId);
    for (const listener of await listenersOf(tx)) {
      if (wants(listener, event.type)) await sendAgain(tx, listener.id, event, sent);
    }
    return event;
  });
}

/**
 * Sends an event once more to one endpoint, even one that did not ask for its type, or to every endpoint that it was
 * sent to. Needs webhooks:write and what seeing the event needs.
 */
export async function resendEvent(
  viewer: Viewer,
  { eventId, endpointId }: { eventId: string; endpointId?: string },
): Promise<EventRow> {
  authorize(viewer, "webhooks:write");
  return transaction(viewer, async (tx) => {
    const event = await getEvent(viewer, eventId);
    const sent = await latestDeliveries(tx, eventId);
    if (endpointId === undefined) {
      for (const delivery of sent.values()) await resend(tx, delivery);
      return event;
    }
    await assertEnabled(tx, endpointId, "webhook_endpoint");
    await sendAgain(tx, endpointId, event, sent);
    return event;
  });
}

async function sendAgain(tx: Tx, endpointId: string, event: EventRow, sent: Map<string, DeliveryRow>) {
  const delivery = sent.get(endpointId);
  if (delivery) await resend(tx, delivery);
  else await sendFirst(tx, endpointId, event);
}

async function listenersOf(tx: Tx) {
  return tx.db
    .select({ id: webhookEndpoints.id, enabledEvents: webhookEndpoints.enabledEvents })
    .from(webhookEndpoints)
    .where(
      and(
        eq(webhookEndpoints.environmentId, tx.environmentId),
        eq(webhookEndpoints.status, "enabled"),
        isNotNull(webhookEndpoints.listenerKeyId),
      ),
    );
}

async function sendFirst(tx: Tx, endpointId: string, event: EventRow): Promise<void> {
  const id = await addDelivery(tx, endpointId, event);
  const after = { event: event.id, endpoint: endpointId };
  await audit(tx, "webhook_delivery.resent", { subject: id, after });
}

/** Of each endpoint the last delivery of the event that is no part of a replay under way. */
async function latestDeliveries(tx: Tx, eventId: string): Promise<Map<string, DeliveryRow>> {
  const rows = await tx.db
    .select()
    .from(webhookDeliveries)
    .where(
      and(
        eq(webhookDeliveries.environmentId, tx.environmentId),
        inArray(webhookDeliveries.state, ["pending", "delivered", "failed", "canceled"]),
        eq(webhookDeliveries.eventId, eventId),
      ),
    )
    .orderBy(desc(webhookDeliveries.id));
  const latest = new Map<string, DeliveryRow>();
  for (const row of rows) {
    if (row.state === "pending" && row.replay) continue;
    if (!latest.has(row.endpointId)) latest.set(row.endpointId, row);
  }
  return latest;
}
