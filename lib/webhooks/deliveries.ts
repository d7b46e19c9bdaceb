import { and, desc, eq } from "drizzle-orm";
import { find } from "#db/rows";
import { webhookAttempts, webhookDeliveries } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";
import type { DeliveryRow } from "./claim.ts";

export type AttemptRow = typeof webhookAttempts.$inferSelect;
export type DeliveryState = DeliveryRow["state"];

/** One delivery, or a 404. Needs webhooks:write. */
export async function getDelivery(viewer: Viewer, id: string): Promise<DeliveryRow> {
  authorize(viewer, "webhooks:write");
  return findDelivery(await reader(viewer), id);
}

/** As `getDelivery`, for commands: inside their transaction, authorized by them. */
export async function findDelivery(handle: Handle, id: string): Promise<DeliveryRow> {
  const row = await find(handle, webhookDeliveries, id);
  if (!row) throw notFound("webhook delivery", id);
  return row;
}

/** Every try of a delivery, newest first, at most 100. Needs webhooks:write. */
export async function attemptsOf(viewer: Viewer, deliveryId: string): Promise<AttemptRow[]> {
  authorize(viewer, "webhooks:write");
  const { db } = await reader(viewer);
  return db
    .select()
    .from(webhookAttempts)
    .where(
      and(
        eq(webhookAttempts.environmentId, viewer.environmentId),
        eq(webhookAttempts.deliveryId, deliveryId),
      ),
    )
    .orderBy(desc(webhookAttempts.createdAt), desc(webhookAttempts.id))
    .limit(100);
}
