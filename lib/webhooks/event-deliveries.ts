import { and, asc, desc, eq, gt, inArray, lt, sql } from "drizzle-orm";
import { events, webhookDeliveries, webhookEndpoints } from "#db/schema/index";
import { reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
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

/** Holds for events whose every delivery succeeded; for the `events` table in a query. */
export const allDelivered = sql`not exists (
  select 1 from ${webhookDeliveries}
  where ${webhookDeliveries.environmentId} = ${events.environmentId}
    and ${webhookDeliveries.state} in ('pending', 'queued', 'failed')
    and ${webhookDeliveries.eventId} = ${events.id})`;

/**
 * Ids of events that some endpoint has not got, those still on their way too. They come in the order of creation,
 * away from the event `from` in a direction; without it from the newest.
 */
export async function undeliveredEvents(
  viewer: Viewer,
  { limit, direction, from }: { limit: number; direction: "older" | "newer"; from?: string },
): Promise<string[]> {
  const { db } = await reader(viewer);
  const older = direction === "older";
  const beyond = (id: string) => (older ? lt : gt)(webhookDeliveries.eventId, id);
  const states = ["pending", "queued", "failed"] as const;
  const found = await Promise.all(
    states.map((state) =>
      db
        .selectDistinct({ eventId: webhookDeliveries.eventId })
        .from(webhookDeliveries)
        .where(
          and(
            eq(webhookDeliveries.environmentId, viewer.environmentId),
            eq(webhookDeliveries.state, state),
            from === undefined ? undefined : beyond(from),
          ),
        )
        .orderBy((older ? desc : asc)(webhookDeliveries.eventId))
        .limit(limit),
    ),
  );
  const ids = [...new Set(found.flat().map(({ eventId }) => eventId))].sort();
  return (older ? ids.reverse() : ids).slice(0, limit);
}
