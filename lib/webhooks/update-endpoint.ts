import { change } from "#db/rows";
import { webhookEndpoints } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { differences } from "#lib/events/differences";
import { mergeMetadata } from "#lib/metadata";
import { assertUrl } from "./check-url.ts";
import type { EndpointInput } from "./endpoint-input.ts";
import { ringAfterCommit } from "./fan-out.ts";
import { findEndpoint } from "./queries.ts";
import { toWebhookEndpoint, type WebhookEndpointRow } from "./wire.ts";

export type EndpointChange = EndpointInput & { id: string; status?: WebhookEndpointRow["status"] };

/**
 * Changes an endpoint; a disabled one gets nothing, until it is enabled again. What is left out stays as it is.
 * Needs webhooks:write.
 */
export async function updateEndpoint(viewer: Viewer, input: EndpointChange): Promise<WebhookEndpointRow> {
  authorize(viewer, "webhooks:write");
  if (input.url !== undefined) assertUrl(viewer, input.url);
  return transaction(viewer, async (tx) => {
    const row = await findEndpoint(tx, input.id);
    const changed = await change(tx, webhookEndpoints, row, {
      url: input.url ?? row.url,
      enabledEvents: input.enabledEvents ? [...input.enabledEvents] : row.enabledEvents,
      description: input.description === undefined ? row.description : input.description,
      metadata: mergeMetadata(row.metadata, input.metadata),
      status: input.status ?? row.status,
    });
    const [was, is] = [row, changed].map((it) => toWebhookEndpoint(it, viewer.environment));
    if (!was || !is) return changed;
    const before = differences(was, is);
    if (Object.keys(before).length === 0) return changed;
    await audit(tx, "webhook_endpoint.updated", { subject: row.id, before, after: differences(is, was) });
    ringAfterCommit(tx, row.id);
    return changed;
  });
}
