import { events } from "#db/schema/index";
import type { Handle } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { daysFilter } from "#lib/lists/filters/days-filter";
import { both } from "#lib/lists/filters/filter";
import type { QueryOf } from "#lib/lists/list-source";
import { creationSorts } from "#lib/lists/sorts";
import { type Selection, tableSource } from "#lib/lists/table-source";
import { paths } from "#lib/paths";
import type { EventRow } from "../wire.ts";
import { deliveryFilter, objectFilter, typeFilter } from "./filters.ts";

/** An event as a list shows it: without what it says. */
export type ListedEvent = Pick<
  EventRow,
  "id" | "createdAt" | "type" | "objectId" | "paymentIntentId" | "requestId"
>;

/** What happened, of the types that the reader may see. */
export const eventList = tableSource({
  name: "events",
  permission: "events:read",
  path: paths.events,
  table: events,
  filters: both(both(objectFilter, typeFilter), both(daysFilter(events.createdAt), deliveryFilter)),
  sorts: creationSorts(events),
  select: selectEvents,
});

export type EventQuery = QueryOf<typeof eventList>;

function selectEvents(
  _viewer: Viewer,
  { db }: Handle,
  { where, orderBy, limit }: Selection,
): Promise<ListedEvent[]> {
  const { id, createdAt, type, objectId, paymentIntentId, requestId } = events;
  return db
    .select({ id, createdAt, type, objectId, paymentIntentId, requestId })
    .from(events)
    .where(where)
    .orderBy(...orderBy)
    .limit(limit);
}
