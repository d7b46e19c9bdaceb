import { and, count, eq, inArray } from "drizzle-orm";
import { webhookDeliveries } from "#db/schema/index";
import { reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";

/** How many deliveries of each event are still on their way. An event without any is not in the map. */
export async function pendingOf(viewer: Viewer, eventIds: readonly string[]): Promise<Map<string, number>> {
  if (eventIds.length === 0) return new Map();
  const { db } = await reader(viewer);
  const rows = await db
    .select({ eventId: webhookDeliveries.eventId, pending: count() })
    .from(webhookDeliveries)
    .where(
      and(
        eq(webhookDeliveries.environmentId, viewer.environmentId),
        inArray(webhookDeliveries.state, ["pending", "queued"]),
        inArray(webhookDeliveries.eventId, [...eventIds]),
      ),
    )
    .groupBy(webhookDeliveries.eventId);
  return new Map(rows.map(({ eventId, pending }) => [eventId, pending]));
}
