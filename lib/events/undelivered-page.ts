import { and, eq, inArray } from "drizzle-orm";
import { find } from "#db/rows";
import { events } from "#db/schema/index";
import { reader } from "#db/transaction";
import { assertOneCursor, type Page, type PageRequest } from "#lib/api/page";
import type { Viewer } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";
import { undeliveredEvents } from "#lib/webhooks/event-deliveries";
import { maySee } from "./event-permission.ts";
import type { EventRow } from "./wire.ts";

/** So many are looked at before others have their turn. */
const batch = 500;

/** A page of events that some endpoint has not got, newest first, of the types that fit. */
export async function undeliveredPage(
  viewer: Viewer,
  request: PageRequest,
  types: readonly string[] = ["*"],
): Promise<Page<EventRow>> {
  assertOneCursor(request);
  const { limit, created } = request;
  const direction = request.ending_before === undefined ? "older" : "newer";
  let from = await cursorOf(viewer, request);
  const fitting: string[] = [];
  for (let more = true; more && fitting.length <= limit;) {
    const looked = await undeliveredEvents(viewer, { limit: batch, direction, from, created });
    fitting.push(...looked.filter(({ type }) => fits(viewer, type, types)).map(({ id }) => id));
    from = looked.at(-1)?.id;
    more = looked.length === batch;
    // All that did not arrive may have to be looked at for a page of few: nobody else waits for that.
    if (more) await new Promise((resolve) => setImmediate(resolve));
  }
  const page = fitting.slice(0, limit);
  if (direction === "newer") page.reverse();
  return { rows: await eventsOf(viewer, page), hasMore: fitting.length > limit };
}

async function cursorOf(viewer: Viewer, request: PageRequest): Promise<string | undefined> {
  const param = request.starting_after === undefined ? "ending_before" : "starting_after";
  const id = request[param];
  if (id === undefined) return undefined;
  if (!(await find(await reader(viewer), events, id))) throw notFound("event", id, param);
  return id;
}

/** The events of these ids, in their order. */
async function eventsOf(viewer: Viewer, ids: string[]): Promise<EventRow[]> {
  if (ids.length === 0) return [];
  const { db } = await reader(viewer);
  const rows = await db
    .select()
    .from(events)
    .where(and(eq(events.environmentId, viewer.environmentId), inArray(events.id, ids)));
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

function fits(viewer: Viewer, type: string, types: readonly string[]): boolean {
  const asked = types.some((pattern) =>
    pattern.endsWith("*") ? type.startsWith(pattern.slice(0, -1)) : type === pattern,
  );
  return asked && maySee(viewer, type);
}
