import { createExpander } from "#lib/api/expand";
import { resources } from "#lib/api/registry";
import type { Viewer } from "#lib/auth/viewer";
import { type EventRow, toEvent } from "#lib/events/wire";
import { log } from "#lib/log";
import { renderIn } from "#lib/versions/render";
import { pendingOf } from "./pending.ts";
import type { WebhookEndpointRow } from "./wire.ts";

const expand = createExpander(resources);

/**
 * The event in the endpoint's version, or in the account's where it has none; null where it cannot be written, which
 * the log tells why.
 */
export async function bodyFor(
  viewer: Viewer,
  endpoint: WebhookEndpointRow,
  event: EventRow,
): Promise<string | null> {
  const version = endpoint.apiVersion ?? viewer.environment.apiVersion;
  try {
    return JSON.stringify(await eventIn(version, viewer, event), null, 2);
  } catch (error) {
    log.error({ endpoint: endpoint.id, event: event.id, err: error }, "an event could not be written");
    return null;
  }
}

/** The event as a version of the API tells it; what that version shows whole must be for the viewer. */
export async function eventIn(version: string, viewer: Viewer, event: EventRow): Promise<object> {
  const pending = (await pendingOf(viewer, [event.id])).get(event.id) ?? 0;
  const wire = toEvent(event, viewer.environment, pending);
  return renderIn(version, wire, (object, paths) => expand(viewer, object, paths));
}
