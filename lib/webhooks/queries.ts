import { and, desc, eq, isNotNull, isNull } from "drizzle-orm";
import { find } from "#db/rows";
import { webhookEndpoints } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { type Page, pageRows, type PageRequest } from "#lib/api/page";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";
import type { WebhookEndpointRow } from "./wire.ts";

/** One endpoint that was not deleted, or a 404. Needs webhooks:write. */
export async function getEndpoint(viewer: Viewer, id: string): Promise<WebhookEndpointRow> {
  authorize(viewer, "webhooks:write");
  return findEndpoint(await reader(viewer), id);
}

/** As `getEndpoint`, for commands: inside their transaction, authorized by them. */
export async function findEndpoint(handle: Handle, id: string, param = "id"): Promise<WebhookEndpointRow> {
  const row = await findDestination(handle, id, param);
  if (row.listenerKeyId !== null) throw notFound("webhook endpoint", id, param);
  return row;
}

/** One endpoint or listener, or a 404. Needs webhooks:write. */
export async function getDestination(viewer: Viewer, id: string): Promise<WebhookEndpointRow> {
  authorize(viewer, "webhooks:write");
  return findDestination(await reader(viewer), id);
}

/** Where something was sent: as `getDestination`, but an endpoint that was deleted since is told too. */
export async function getRecipient(viewer: Viewer, id: string): Promise<WebhookEndpointRow> {
  authorize(viewer, "webhooks:write");
  const row = await find(await reader(viewer), webhookEndpoints, id);
  if (!row) throw notFound("webhook endpoint", id);
  return row;
}

/** As `getDestination`, for commands: inside their transaction, authorized by them. */
export async function findDestination(handle: Handle, id: string, param = "id"): Promise<WebhookEndpointRow> {
  const row = await find(handle, webhookEndpoints, id);
  if (!row || row.deletedAt !== null) throw notFound("webhook endpoint", id, param);
  return row;
}

/** Endpoints, newest first. Needs webhooks:write. */
export async function listEndpoints(viewer: Viewer, request: PageRequest): Promise<Page<WebhookEndpointRow>> {
  authorize(viewer, "webhooks:write");
  return pageRows(viewer, {
    table: webhookEndpoints,
    kind: "webhook endpoint",
    request,
    always: and(isNull(webhookEndpoints.deletedAt), isNull(webhookEndpoints.listenerKeyId)),
  });
}

/** Command lines that listen or lately did, newest first, at most `limit`. Needs webhooks:write. */
export async function listListeners(viewer: Viewer, limit = 20): Promise<WebhookEndpointRow[]> {
  authorize(viewer, "webhooks:write");
  const { db } = await reader(viewer);
  return db
    .select()
    .from(webhookEndpoints)
    .where(
      and(
        eq(webhookEndpoints.environmentId, viewer.environmentId),
        isNotNull(webhookEndpoints.listenerKeyId),
      ),
    )
    .orderBy(desc(webhookEndpoints.createdAt), desc(webhookEndpoints.id))
    .limit(limit);
}
