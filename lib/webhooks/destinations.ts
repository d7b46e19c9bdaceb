import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { webhookEndpoints } from "#db/schema/index";
import { reader, type Scope } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import type { WebhookEndpointRow } from "./wire.ts";

/** Where events are sent, as people know it. */
export type Destination = Pick<WebhookEndpointRow, keyof typeof destinationColumns>;

const { id, url, description, listenerKeyId } = webhookEndpoints;
export const destinationColumns = { id, url, description, listenerKeyId };

/** All endpoints, of which there are few, and the latest command lines that listened. */
const most = 40;

/** Where events are sent, or lately were: endpoints, then command lines, the newest of each first. Needs webhooks:write. */
export function listDestinations(viewer: Viewer): Promise<Destination[]> {
  authorize(viewer, "webhooks:write");
  return destinationsIn(viewer);
}

/** The same for a list, which authorized already; of some ids, those that are there. */
export async function destinationsIn(scope: Scope, among: readonly string[] = []): Promise<Destination[]> {
  const { db } = await reader(scope);
  return db
    .select(destinationColumns)
    .from(webhookEndpoints)
    .where(
      and(
        eq(webhookEndpoints.environmentId, scope.environmentId),
        isNull(webhookEndpoints.deletedAt),
        among.length === 0 ? undefined : inArray(id, [...among]),
      ),
    )
    .orderBy(sql`${listenerKeyId} is not null`, desc(webhookEndpoints.createdAt), desc(id))
    .limit(most);
}
