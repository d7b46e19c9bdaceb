import { and, desc, eq, gt, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { webhookDeliveries, webhookEndpoints } from "#db/schema/index";
import { reader, type Scope } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import type { WebhookEndpointRow } from "./wire.ts";

/** Where events are sent, as people know it. */
export type Destination = Pick<WebhookEndpointRow, keyof typeof destinationColumns>;

const { id, url, description, deletedAt, listenerKeyId } = webhookEndpoints;
export const destinationColumns = { id, url, description, deletedAt, listenerKeyId };

/** As many as one list of deliveries walks along. */
export const mostDestinations = 100;

/** When something was sent there last, one step along the index; 0: never. */
const sentLast = sql<number>`coalesce((select max(d.created_at) from ${webhookDeliveries} d
  where d.environment_id = ${webhookEndpoints.environmentId} and d.endpoint_id = ${id}), 0)`;

/**
 * Where events are sent, or were as far as that can still be seen: endpoints, deleted ones too, and command lines. Where
 * something was sent last comes first. Needs webhooks:write.
 */
export function listDestinations(viewer: Viewer): Promise<Destination[]> {
  authorize(viewer, "webhooks:write");
  return destinationsIn(viewer);
}

/** The same for a list, which authorized already; of some ids, those that are there. */
export function destinationsIn(scope: Scope, among: readonly string[] = []): Promise<Destination[]> {
  const isMeant = among.length > 0 ? inArray(id, [...among]) : or(isNull(deletedAt), gt(sentLast, 0));
  return select(scope, isMeant, mostDestinations);
}

/** Whether something was sent to more of them than a list walks along: then it leaves some out. Needs webhooks:write. */
export async function areDestinationsLeftOut(viewer: Viewer): Promise<boolean> {
  authorize(viewer, "webhooks:write");
  return (await select(viewer, gt(sentLast, 0), mostDestinations + 1)).length > mostDestinations;
}

async function select(scope: Scope, condition: SQL | undefined, limit: number): Promise<Destination[]> {
  const { db } = await reader(scope);
  return db
    .select(destinationColumns)
    .from(webhookEndpoints)
    .where(and(eq(webhookEndpoints.environmentId, scope.environmentId), condition))
    .orderBy(desc(sentLast), desc(webhookEndpoints.createdAt), desc(id))
    .limit(limit);
}
