import { and, asc, desc, eq, gt, gte, inArray, lt, sql } from "drizzle-orm";
import { events, webhookDeliveries, webhookEndpoints } from "#db/schema/index";
import { reader } from "#db/transaction";
import type { TimeRange } from "#lib/api/params";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { idOf } from "#lib/ids";
import type { DeliveryRow } from "./claim.ts";

/** Whatever can become of a delivery: spelled out, so that the index by state and event serves. */
const everyState = ["pending", "queued", "delivered", "failed", "canceled"] as const;

/** What events:read lets one see of a delivery: to where, and how it stands. */
export type EventDelivery = Pick<DeliveryRow, "id" | "endpointId" | "state" | "lastStatus" | "lastError"> & {
  url: string;
  /** When the endpoint was deleted; its own page is gone then. */
  endpointDeletedAt: number | null;
  /** The machine whose command line listened; null for an endpoint. */
  listener: string | null;
};

/** Where an event was sent, newest first, at most 100. Needs webhooks:write. */
export async function deliveriesOfEvent(viewer: Viewer, eventId: string): Promise<EventDelivery[]> {
  authorize(viewer, "webhooks:write");
  const { db } = await reader(viewer);
  return db
    .select({
      id: webhookDeliveries.id,
      endpointId: webhookDeliveries.endpointId,
      state: webhookDeliveries.state,
      lastStatus: webhookDeliveries.lastStatus,
      lastError: webhookDeliveries.lastError,
      url: webhookEndpoints.url,
      endpointDeletedAt: webhookEndpoints.deletedAt,
      listener: sql<
        string | null
      >`case when ${webhookEndpoints.listenerKeyId} is null then null else coalesce(${webhookEndpoints.description}, ${webhookEndpoints.id}) end`,
    })
    .from(webhookDeliveries)
    .innerJoin(
      webhookEndpoints,
      and(
        eq(webhookEndpoints.environmentId, webhookDeliveries.environmentId),
        eq(webhookEndpoints.id, webhookDeliveries.endpointId),
      ),
    )
    .where(
      and(
        eq(webhookDeliveries.environmentId, viewer.environmentId),
        inArray(webhookDeliveries.state, [...everyState]),
        eq(webhookDeliveries.eventId, eventId),
      ),
    )
    .orderBy(desc(webhookDeliveries.id))
    .limit(100);
}

const notArrived = ["pending", "queued", "failed"] as const;

/** Holds for events whose every delivery succeeded; for the `events` table in a query. */
export const allDelivered = sql`not exists (
  select 1 from ${webhookDeliveries}
  where ${webhookDeliveries.environmentId} = ${events.environmentId}
    and ${webhookDeliveries.state} in ('pending', 'queued', 'failed')
    and ${webhookDeliveries.eventId} = ${events.id})`;

interface Stretch {
  limit: number;
  direction: "older" | "newer";
  /** The event it begins beyond; without it, the newest, or the oldest. */
  from: string | undefined;
  /** When they happened. */
  created: TimeRange | undefined;
}

/**
 * Events that some endpoint has not got, those still on their way too, in the order of creation: no more than `limit`,
 * however many there are.
 */
export async function undeliveredEvents(
  viewer: Viewer,
  { limit, direction, from, created }: Stretch,
): Promise<{ id: string; type: string }[]> {
  const { db } = await reader(viewer);
  const older = direction === "older";
  const { eventId: id, eventType: type } = webhookDeliveries;
  const firstAt = (moment: number) => idOf("evt", moment, 0, "");
  const found = await Promise.all(
    notArrived.map((state) =>
      db
        .selectDistinct({ id, type })
        .from(webhookDeliveries)
        .where(
          and(
            eq(webhookDeliveries.environmentId, viewer.environmentId),
            eq(webhookDeliveries.state, state),
            from === undefined ? undefined : (older ? lt : gt)(id, from),
            created?.from === undefined ? undefined : gte(id, firstAt(created.from)),
            created?.until === undefined ? undefined : lt(id, firstAt(created.until)),
          ),
        )
        .orderBy((older ? desc : asc)(id))
        .limit(limit),
    ),
  );
  const unique = [...new Map(found.flat().map((event) => [event.id, event])).values()];
  return unique.sort((a, b) => (a.id < b.id === older ? 1 : -1)).slice(0, limit);
}

/** Which of these events some endpoint has not got. */
export async function undeliveredOf(viewer: Viewer, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set();
  const { db } = await reader(viewer);
  const rows = await db
    .selectDistinct({ id: webhookDeliveries.eventId })
    .from(webhookDeliveries)
    .where(
      and(
        eq(webhookDeliveries.environmentId, viewer.environmentId),
        inArray(webhookDeliveries.state, [...notArrived]),
        inArray(webhookDeliveries.eventId, ids),
      ),
    );
  return new Set(rows.map(({ id }) => id));
}
