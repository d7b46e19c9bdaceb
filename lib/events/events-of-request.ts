import { and, asc, eq, gte, lte } from "drizzle-orm";
import { events } from "#db/schema/index";
import { reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { maySee } from "./event-permission.ts";
import type { EventRow } from "./wire.ts";

/** How far an event's time may lie from that of the request it came of: both are taken from the same clock. */
const margin = 2000;
const most = 50;

/**
 * What came of a call of the API, in order; `at`: when it was answered, `duration`: how long that took, both
 * milliseconds. Found among the events of that time. Needs events:read.
 */
export async function eventsOfRequest(
  viewer: Viewer,
  { id, at, duration }: { id: string; at: number; duration: number },
): Promise<EventRow[]> {
  authorize(viewer, "events:read");
  const { db } = await reader(viewer);
  const rows = await db
    .select()
    .from(events)
    .where(
      and(
        eq(events.environmentId, viewer.environmentId),
        gte(events.createdAt, Math.floor(at - duration - margin)),
        lte(events.createdAt, at + margin),
        eq(events.requestId, id),
      ),
    )
    .orderBy(asc(events.createdAt), asc(events.id))
    .limit(most);
  return rows.filter(({ type }) => maySee(viewer, type));
}
