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

const batch = 500;

/** A page of events that some endpoint has not got, newest first, of the types that fit. */
export async function undeliveredPage(
  viewer: Viewer,
  request: PageRequest,
  types: readonly string[] = ["*"],
): Promise<Page<EventRow>> {
  assertOneCursor(request);
  const direction = request.ending_before === undefined ? "older" : "newer";
  let from = await cursorOf(viewer, request);
  const fitting: string[] = [];
  for (let more = true; more && fitting.length <= request.limit;) {
    const ids = await undeliveredEvents(viewer, { limit: batch, direction, from });
    const looked = inOrder(ids, await factsOf(viewer, ids));
    fitting.push(...looked.filter((facts) => fits(viewer, facts, request, types)).map(({ id }) => id));
    from = ids.at(-1);
    more = ids.length === batch && !isPast(looked.at(-1), direction, request);
  }
  const hasMore = fitting.length > request.limit;
  const page = fitting.slice(0, request.limit);
  if (direction === "newer") page.reverse();
  return { rows: inOrder(page, await eventsOf(viewer, page)), hasMore };
}

async function cursorOf(viewer: Viewer, request: PageRequest): Promise<string | undefined> {
  const param = request.starting_after === undefined ? "ending_before" : "starting_after";
  const id = request[param];
  if (id === undefined) return undefined;
  if (!(await find(await reader(viewer), events, id))) throw notFound("event", id, param);
  return id;
}

type Facts = Pick<EventRow, "id" | "type" | "createdAt">;

/** What decides whether events are asked for: many may be looked at for a page of few, so none is read whole. */
async function factsOf(viewer: Viewer, ids: string[]): Promise<Facts[]> {
  if (ids.length === 0) return [];
  const { db } = await reader(viewer);
  const { id, type, createdAt } = events;
  return db.select({ id, type, createdAt }).from(events).where(named(viewer, ids));
}

async function eventsOf(viewer: Viewer, ids: string[]): Promise<EventRow[]> {
  if (ids.length === 0) return [];
  const { db } = await reader(viewer);
  return db.select().from(events).where(named(viewer, ids));
}

function named({ environmentId }: Viewer, ids: string[]) {
  return and(eq(events.environmentId, environmentId), inArray(events.id, ids));
}

function inOrder<Found extends { id: string }>(ids: string[], found: Found[]): Found[] {
  const byId = new Map(found.map((one) => [one.id, one]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Whether nothing beyond an event, in a direction, can be of the time that is asked for. */
function isPast(last: Facts | undefined, direction: "older" | "newer", { created }: PageRequest): boolean {
  if (!last) return false;
  if (direction === "older") return last.createdAt < (created?.from ?? 0);
  return last.createdAt >= (created?.until ?? Number.POSITIVE_INFINITY);
}

function fits(
  viewer: Viewer,
  { type, createdAt }: Facts,
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
