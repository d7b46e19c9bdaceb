import { and, asc, desc, eq, gt, gte, sql } from "drizzle-orm";
import { find } from "#db/rows";
import { events } from "#db/schema/index";
import { reader } from "#db/transaction";
import { type Page, type PageRequest, pageRows } from "#lib/api/page";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";
import { undeliveredOf } from "#lib/webhooks/event-deliveries";
import { maySee, maySeeAll, permissionOfType } from "./event-permission.ts";
import { undeliveredPage } from "./undelivered-page.ts";
import type { EventRow } from "./wire.ts";

/** One event; 404, or 403 when its object is not for the viewer. Needs events:read. */
export async function getEvent(viewer: Viewer, id: string): Promise<EventRow> {
  authorize(viewer, "events:read");
  const event = await find(await reader(viewer), events, id);
  if (!event) throw notFound("event", id);
  const permission = permissionOfType(event.type);
  if (permission) authorize(viewer, permission);
  if (!maySee(viewer, event.type)) throw notFound("event", id);
  return event;
}

/** Whether there is such an event, and the viewer may see what it is about. */
export async function seesEvent(viewer: Viewer, id: string): Promise<boolean> {
  const event = await find(await reader(viewer), events, id);
  return event !== undefined && maySee(viewer, event.type);
}

export interface EventFilter {
  /** Names, or groups such as `charge.*`; without them every type the viewer may see. */
  types?: readonly string[];
  /** Only what happened to this object. */
  objectId?: string;
  /** Whether every endpoint that wanted it has got it. */
  delivered?: boolean;
}

/** A page of events, newest first. Needs events:read. */
export async function listEvents(
  viewer: Viewer,
  request: PageRequest,
  { delivered, ...filter }: EventFilter = {},
): Promise<Page<EventRow>> {
  authorize(viewer, "events:read");
  if (delivered === false) return undeliveredPage(viewer, request, filter.types);
  return delivered ? deliveredPage(viewer, request, filter) : pageOf(viewer, request, filter);
}

/** So many of a type are looked at, at least, before others have their turn. */
const batch = 20;

/** A page of events that no endpoint lacks: all that fit may have to be looked at for it, a page after the other. */
async function deliveredPage(
  viewer: Viewer,
  { limit, ...request }: PageRequest,
  filter: EventFilter,
): Promise<Page<EventRow>> {
  const isOlder = request.ending_before === undefined;
  let place = request;
  let found: EventRow[] = [];
  for (let more = true; more && found.length <= limit;) {
    const page = await pageOf(viewer, { ...place, limit: Math.max(limit + 1, batch) }, filter);
    const lacking = await undeliveredOf(
      viewer,
      page.rows.map(({ id }) => id),
    );
    const arrived = page.rows.filter(({ id }) => !lacking.has(id));
    found = isOlder ? [...found, ...arrived] : [...arrived, ...found];
    const last = page.rows.at(isOlder ? -1 : 0)?.id;
    place = { ...request, [isOlder ? "starting_after" : "ending_before"]: last };
    more = page.hasMore;
    if (more) await new Promise((resolve) => setImmediate(resolve));
  }
  return { rows: isOlder ? found.slice(0, limit) : found.slice(-limit), hasMore: found.length > limit };
}

async function pageOf(
  viewer: Viewer,
  request: PageRequest,
  { types, objectId }: EventFilter,
): Promise<Page<EventRow>> {
  const asked = types?.includes("*") ? undefined : types;
  if (!asked && maySeeAll(viewer))
    return pageRows(viewer, { table: events, kind: "event", request, filters: { objectId } });
  const names = await typesLike(viewer, asked ?? ["*"]);
  const pages = await Promise.all(
    names
      .filter((type) => maySee(viewer, type))
      .map((type) =>
        pageRows(viewer, { table: events, kind: "event", request, filters: { type, objectId } }),
      ),
  );
  return merge(pages, request);
}

/** What happened to a payment, its charges and refunds, newest first, at most `limit`. Needs events:read. */
export async function eventsOfPayment(
  viewer: Viewer,
  paymentIntentId: string,
  limit = 50,
): Promise<EventRow[]> {
  authorize(viewer, "events:read");
  const { db } = await reader(viewer);
  const rows = await db
    .select()
    .from(events)
    .where(and(eq(events.environmentId, viewer.environmentId), eq(events.paymentIntentId, paymentIntentId)))
    .orderBy(desc(events.createdAt), desc(events.id))
    .limit(limit);
  return rows.filter((row) => maySee(viewer, row.type));
}

/** What happened to one object, newest first, at most `limit`. Needs events:read. */
export async function eventsOfObject(viewer: Viewer, objectId: string, limit = 50): Promise<EventRow[]> {
  authorize(viewer, "events:read");
  const { db } = await reader(viewer);
  const rows = await db
    .select()
    .from(events)
    .where(and(eq(events.environmentId, viewer.environmentId), eq(events.objectId, objectId)))
    .orderBy(desc(events.createdAt), desc(events.id))
    .limit(limit);
  return rows.filter((row) => maySee(viewer, row.type));
}

/** The names that exist in the environment and fit: each type is read by its own index entries, however many events. */
async function typesLike(viewer: Viewer, patterns: readonly string[]): Promise<string[]> {
  const names = new Set<string>();
  for (const pattern of patterns) {
    if (!pattern.endsWith("*")) names.add(pattern);
    else for (const name of await typesFrom(viewer, pattern.slice(0, -1))) names.add(name);
  }
  return [...names];
}

async function typesFrom(viewer: Viewer, prefix: string): Promise<string[]> {
  const names: string[] = [];
  let next = await nextType(viewer, prefix, "from");
  while (next?.startsWith(prefix)) {
    names.push(next);
    next = await nextType(viewer, next, "after");
  }
  return names;
}

async function nextType(viewer: Viewer, type: string, bound: "from" | "after"): Promise<string | undefined> {
  const handle = await reader(viewer);
  const statement = handle.prepared(`next event type ${bound}`, (db) =>
    db
      .select({ type: events.type })
      .from(events)
      .where(
        and(
          eq(events.environmentId, sql.placeholder("environmentId")),
          (bound === "from" ? gte : gt)(events.type, sql.placeholder("type")),
        ),
      )
      .orderBy(asc(events.type))
      .limit(1)
      .prepare(),
  );
  const [row] = await statement.execute({ environmentId: viewer.environmentId, type });
  return row?.type;
}

function merge(pages: Page<EventRow>[], { limit, ending_before }: PageRequest): Page<EventRow> {
  const rows = pages.flatMap((page) => page.rows).sort(newestFirst);
  const hasMore = rows.length > limit || pages.some((page) => page.hasMore);
  // Going back, the page is what lies nearest to the cursor: the oldest of what was found.
  return { rows: ending_before === undefined ? rows.slice(0, limit) : rows.slice(-limit), hasMore };
}

function newestFirst(a: EventRow, b: EventRow): number {
  if (a.createdAt !== b.createdAt) return b.createdAt - a.createdAt;
  return a.id < b.id ? 1 : -1;
}
