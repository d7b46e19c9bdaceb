import { find, update } from "#db/rows";
import { events, webhookDeliveries } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import type { DeliveryRow } from "./claim.ts";
import { findDelivery } from "./deliveries.ts";
import { ringAfterCommit } from "./fan-out.ts";
import { findDestination } from "./queries.ts";

/**
 * Sends a delivery once more, now, whatever became of it; should that fail, it is retried as a new one is. Refused
 * while it stands in line in a replay, and for a disabled endpoint. Needs webhooks:write.
 */
export async function resendDelivery(viewer: Viewer, id: string): Promise<DeliveryRow> {
  authorize(viewer, "webhooks:write");
  return transaction(viewer, async (tx) => {
    const delivery = await findDelivery(tx, id);
    await assertEnabled(tx, delivery.endpointId);
    if (delivery.state === "queued" || (delivery.state === "pending" && delivery.replay)) {
      throw invalid("This delivery is part of a replay, and is sent when its turn comes.", {
        code: "webhook_delivery_queued",
      });
    }
    return resend(tx, delivery);
  });
}

/** Resends inside a transaction of a command that has checked everything. */
export async function resend(tx: Tx, delivery: DeliveryRow): Promise<DeliveryRow> {
  const event = await find(tx, events, delivery.eventId);
  if (!event?.data) {
    throw invalid("What this event said is no longer kept, so it cannot be sent again.", {
      code: "event_expired",
    });
  }
  const patch = {
    state: "pending" as const,
    replay: false,
    startedAt: tx.now,
    tries: 0,
    nextTryAt: tx.now,
    // Whoever is at it now is no longer heard.
    leaseUntil: null,
  };
  await update(tx, webhookDeliveries, delivery.id, patch);
  await audit(tx, "webhook_delivery.resent", {
    subject: delivery.id,
    after: { event: delivery.eventId, endpoint: delivery.endpointId },
  });
  ringAfterCommit(tx, delivery.endpointId);
  return { ...delivery, ...patch };
}

/** Throws a 404 without the endpoint, and 400 while it is disabled. */
export async function assertEnabled(tx: Tx, endpointId: string, param?: string): Promise<void> {
  const endpoint = await findDestination(tx, endpointId, param);
  if (endpoint.status === "enabled") return;
  throw invalid("This webhook endpoint is disabled. Enable it first.", {
    code: "webhook_endpoint_disabled",
    param,
  });
}
