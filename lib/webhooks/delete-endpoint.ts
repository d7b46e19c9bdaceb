import { change } from "#db/rows";
import { webhookEndpoints } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { enqueue } from "#lib/jobs/jobs";
import { findEndpoint } from "./queries.ts";
import type { WebhookEndpointRow } from "./wire.ts";

/** Deletes an endpoint and forgets its secrets; what is still on its way to it is dropped. Needs webhooks:write. */
export async function deleteEndpoint(viewer: Viewer, id: string): Promise<WebhookEndpointRow> {
  authorize(viewer, "webhooks:write");
  return transaction(viewer, async (tx) => {
    const row = await findEndpoint(tx, id);
    const { url, enabledEvents, status } = row;
    await audit(tx, "webhook_endpoint.deleted", { subject: id, before: { url, enabledEvents, status } });
    await enqueue(tx, "webhooks.drop", { endpointId: id }, { runAt: tx.now });
    return change(tx, webhookEndpoints, row, {
      status: "disabled",
      sealedSecret: null,
      sealedOldSecret: null,
      oldSecretUntil: null,
      deletedAt: tx.now,
    });
  });
}
