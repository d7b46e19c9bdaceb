import { createExpander } from "#lib/api/expand";
import { resources } from "#lib/api/registry";
import type { Viewer } from "#lib/auth/viewer";
import { type EventRow, toEvent } from "#lib/events/wire";
import { renderIn } from "#lib/versions/render";
import { pendingOf } from "./pending.ts";
import type { WebhookEndpointRow } from "./wire.ts";

const expand = createExpander(resources);

/** The event in the endpoint's version, or in the account's where it has none. */
export async function bodyFor(
  viewer: Viewer,
  endpoint: WebhookEndpointRow,
  event: EventRow,
): Promise<string> {
  const version = endpoint.apiVersion ?? viewer.environment.apiVersion;
  return JSON.stringify(await eventIn(version, viewer, event), null, 2);
}

/** The event as a version of the API tells it; what that version shows whole must be for the viewer. */
export async function eventIn(version: string, viewer: Viewer, event: EventRow): Promise<object> {
  const pending = (await pendingOf(viewer, [event.id])).get(event.id) ?? 0;
  const wire = toEvent(event, viewer.environment, pending);
  return renderIn(version, wire, (object, paths) => expand(viewer, object, paths));
}
