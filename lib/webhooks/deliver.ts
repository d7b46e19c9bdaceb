import { find } from "#db/rows";
import { events, webhookEndpoints } from "#db/schema/index";
import { reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { seconds } from "#lib/clock";
import type { EventRow } from "#lib/events/wire";
import { bodyFor } from "./body.ts";
import type { DeliveryRow } from "./claim.ts";
import { deliverToListener } from "./listener-delivery.ts";
import { presentable } from "./presentable.ts";
import { secretsOf } from "./secrets.ts";
import { type Outcome, send, type SendError } from "./send.ts";
import { abandon, settle } from "./settle.ts";
import { signatureHeader } from "./signature.ts";
import type { WebhookEndpointRow } from "./wire.ts";

/** Sends one claimed delivery and notes what came of it. `timeout`: milliseconds. */
export async function deliver(viewer: Viewer, delivery: DeliveryRow, timeout: number): Promise<void> {
  const handle = await reader(viewer);
  const endpoint = await find(handle, webhookEndpoints, delivery.endpointId);
  const event = await find(handle, events, delivery.eventId);
  const wanted = endpoint?.status === "enabled" && endpoint.deletedAt === null;
  if (!wanted || !event?.data) return abandon(viewer, delivery);
  const secrets = readableSecrets(endpoint, viewer.now());
  if (endpoint.listenerKeyId !== null) {
    return deliverToListener(viewer, delivery, { endpoint, event, secrets, timeout });
  }
  await settle(viewer, delivery, await trySending(viewer, endpoint, event, secrets, timeout));
}

async function trySending(
  viewer: Viewer,
  endpoint: WebhookEndpointRow,
  event: EventRow,
  secrets: readonly string[],
  timeout: number,
): Promise<Outcome> {
  if (secrets.length === 0) return notSent("secret_unreadable");
  const body = await bodyFor(viewer, endpoint, event);
  if (body === null) return notSent("body_failed");
  const headers = {
    "Content-Type": "application/json; charset=utf-8",
    "User-Agent": "Comptoir/1.0",
    Accept: "*/*",
    "Cache-Control": "no-cache",
    // The receiver compares it with its own clock, so it is the system's.
    "Stripe-Signature": signatureHeader(body, secrets, seconds(Date.now())),
  };
  const { kind } = viewer.environment;
  const outcome = await send({ url: endpoint.url, headers, body, kind, timeout });
  return { ...outcome, response: outcome.response && presentable(outcome.response, secrets) };
}

function notSent(error: SendError): Outcome {
  return { status: null, error, duration: 0, response: null };
}

/** None when the server's secret is no longer the one they were sealed with. */
function readableSecrets(endpoint: WebhookEndpointRow, now: number): string[] {
  try {
    return secretsOf(endpoint, now);
  } catch {
    return [];
  }
}
