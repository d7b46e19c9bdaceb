import type { Viewer } from "#lib/auth/viewer";
import { type EventRow, toEvent } from "#lib/events/wire";
import { pendingOf } from "./pending.ts";
import type { WebhookEndpointRow } from "./wire.ts";

/** The event as the API shows it, in the endpoint's version. */
export async function bodyFor(
  viewer: Viewer,
  endpoint: WebhookEndpointRow,
  event: EventRow,
): Promise<string> {
  const pending = (await pendingOf(viewer, [event.id])).get(event.id) ?? 0;
  const wire = toEvent(event, viewer.environment, pending);
  return JSON.stringify(
    endpoint.apiVersion === null ? wire : { ...wire, api_version: endpoint.apiVersion },
    null,
    2,
  );
}
