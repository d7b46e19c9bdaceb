import { and, desc, eq, inArray } from "drizzle-orm";
import { webhookDeliveries } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { getEvent } from "#lib/events/queries";
import type { EventRow } from "#lib/events/wire";
import type { DeliveryRow } from "./claim.ts";
import { addDelivery } from "./fan-out.ts";
import { assertEnabled, resend } from "./resend-delivery.ts";

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
    const delivery = sent.get(endpointId);
    if (delivery) await resend(tx, delivery);
    else await sendFirst(tx, endpointId, event);
    return event;
  });
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
