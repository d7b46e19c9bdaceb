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

const batch = 200;
/** How many events one page looks at, at most, in batches. */
const batches = 10;

/** A page of events that some endpoint has not got, newest first, of the types that fit. */
export async function undeliveredPage(
  viewer: Viewer,
  request: PageRequest,
  types: readonly string[] = ["*"],
): Promise<Page<EventRow>> {
  assertOneCursor(request);
  const direction = request.ending_before === undefined ? "older" : "newer";
  let from = await cursorOf(viewer, request);
  const rows: EventRow[] = [];
  for (let round = 0; round < batches && rows.length <= request.limit; round++) {
    const ids = await undeliveredEvents(viewer, { limit: batch, direction, from });
    rows.push(...(await eventsOf(viewer, ids)).filter((row) => fits(viewer, row, request, types)));
    from = ids.at(-1);
    if (ids.length < batch) break;
  }
  const hasMore = rows.length > request.limit;
  const page = rows.slice(0, request.limit);
  return { rows: direction === "older" ? page : page.reverse(), hasMore };
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

function fits(
  viewer: Viewer,
  { type, createdAt }: EventRow,
  { created }: PageRequest,
  types: readonly string[],
): boolean {
  const asked = types.some((pattern) =>
    pattern.endsWith("*") ? type.startsWith(pattern.slice(0, -1)) : type === pattern,
  );
  const inTime =
    createdAt >= (created?.from ?? 0) && createdAt < (created?.until ?? Number.POSITIVE_INFINITY);
  return asked && inTime && maySee(viewer, type);
}
