import { find } from "#db/rows";
import { events, webhookEndpoints } from "#db/schema/index";
import { reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { seconds } from "#lib/clock";
import { type EventRow, toEvent } from "#lib/events/wire";
import { maskCardNumbers } from "#lib/request-log/mask";
import type { DeliveryRow } from "./claim.ts";
import { pendingOf } from "./pending.ts";
import { secretsOf } from "./secrets.ts";
import { type Outcome, send } from "./send.ts";
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
  await settle(viewer, delivery, await trySending(viewer, endpoint, event, timeout));
}

async function trySending(
  viewer: Viewer,
  endpoint: WebhookEndpointRow,
  event: EventRow,
  timeout: number,
): Promise<Outcome> {
  const secrets = readableSecrets(endpoint, viewer.now());
  if (secrets.length === 0) return { status: null, error: "secret_unreadable", duration: 0, response: null };
  const body = await bodyFor(viewer, endpoint, event);
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

/** The event as the API shows it, in the endpoint's version. */
async function bodyFor(viewer: Viewer, endpoint: WebhookEndpointRow, event: EventRow): Promise<string> {
  const pending = (await pendingOf(viewer, [event.id])).get(event.id) ?? 0;
  const wire = toEvent(event, viewer.environment, pending);
  return JSON.stringify(
    endpoint.apiVersion === null ? wire : { ...wire, api_version: endpoint.apiVersion },
    null,
    2,
  );
}

/** None when the server's secret is no longer the one they were sealed with. */
function readableSecrets(endpoint: WebhookEndpointRow, now: number): string[] {
  try {
    return secretsOf(endpoint, now);
  } catch {
    return [];
  }
}

const longestExcerpt = 1000;

/** What may be stored of an answer: without secrets, card numbers and characters that print nothing. */
function presentable(text: string, secrets: readonly string[]): string {
  const blanked = secrets.reduce((rest, secret) => rest.replaceAll(secret, "[redacted]"), text);
  const printable = blanked.replace(/[^\P{C}\n\t]/gu, "\u{FFFD}");
  return maskCardNumbers(printable).slice(0, longestExcerpt);
}
