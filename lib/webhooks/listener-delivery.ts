import { find, insert, update } from "#db/rows";
import { webhookAttempts, webhookDeliveries } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { apiVersion } from "#lib/api-version";
import type { Viewer } from "#lib/auth/viewer";
import { seconds } from "#lib/clock";
import type { EventRow } from "#lib/events/wire";
import { newId } from "#lib/ids";
import { channelOf } from "#lib/listeners/channels";
import { whoListens } from "#lib/listeners/who-listens";
import { bodyFor } from "./body.ts";
import type { DeliveryRow } from "./claim.ts";
import { presentable } from "./presentable.ts";
import { settleOnce } from "./settle.ts";
import { signatureHeader } from "./signature.ts";
import type { WebhookEndpointRow } from "./wire.ts";

interface Sent {
  endpoint: WebhookEndpointRow;
  event: EventRow;
  secrets: readonly string[];
  timeout: number;
}

/**
 * Hands a claimed delivery to a listener. Without a connection it stays claimed: whoever comes back frees it. It is
 * not tried again otherwise, as somebody looks on.
 */
export async function deliverToListener(viewer: Viewer, delivery: DeliveryRow, sent: Sent): Promise<void> {
  const channel = channelOf(delivery.endpointId);
  if (!channel) return;
  const keyId = sent.endpoint.listenerKeyId ?? "";
  const listening = await whoListens({ environmentId: viewer.environmentId, keyId }, channel.address);
  if (!listening) return channel.close();
  const usual = await messageOf(viewer, delivery, sent, null);
  const latest = await messageOf(viewer, delivery, sent, apiVersion);
  if (usual === null || latest === null) return settleOnce(viewer, delivery, "body_failed");
  const handover = await channel.hand(delivery.id, [usual, latest], sent.timeout);
  if (handover === "gone") return;
  await settleOnce(viewer, delivery, handover === "taken" ? null : "timeout");
}

/** A listener takes either what the account's version reads like, without a version beside it, or the latest. */
async function messageOf(
  viewer: Viewer,
  { id }: DeliveryRow,
  { endpoint, event, secrets }: Sent,
  version: string | null,
) {
  const body = await bodyFor(viewer, { ...endpoint, apiVersion: version }, event);
  if (body === null) return null;
  return {
    type: "webhook_event",
    endpoint: { api_version: version },
    event_payload: body,
    http_headers: {
      "Content-Type": "application/json; charset=utf-8",
      "User-Agent": "Comptoir/1.0",
      Accept: "*/*",
      "Cache-Control": "no-cache",
      "Stripe-Signature": signatureHeader(body, secrets, seconds(Date.now())),
    },
    webhook_id: endpoint.id,
    webhook_conversation_id: id,
  };
}

interface Answer {
  endpointId: string;
  deliveryId: string;
  status: number;
  body: string;
  /** Milliseconds. */
  duration: number;
}

/** Notes what the program behind a listener answered. What was not sent to this listener is ignored. */
export async function noteAnswer(viewer: Viewer, answer: Answer): Promise<void> {
  await transaction(viewer, async (tx) => {
    const delivery = await find(tx, webhookDeliveries, answer.deliveryId);
    if (delivery?.endpointId !== answer.endpointId) return;
    await insert(tx, webhookAttempts, {
      id: newId("wha", tx.now),
      createdAt: tx.now,
      deliveryId: delivery.id,
      status: answer.status,
      duration: answer.duration,
      response: presentable(answer.body, []),
    });
    const isTaken = answer.status >= 200 && answer.status < 300;
    await update(tx, webhookDeliveries, delivery.id, {
      state: isTaken ? "delivered" : "failed",
      // The answer may be noted before what acknowledged it.
      tries: Math.max(1, delivery.tries),
      lastTryAt: tx.now,
      lastStatus: answer.status,
      nextTryAt: null,
      leaseUntil: null,
    });
  });
}
