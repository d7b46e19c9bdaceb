import { and, count, eq, isNull } from "drizzle-orm";
import { insert } from "#db/rows";
import { webhookEndpoints } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { newId } from "#lib/ids";
import { mergeMetadata } from "#lib/metadata";
import { assertUrl } from "./check-url.ts";
import type { EndpointInput } from "./endpoint-input.ts";
import { newSecret, sealSecret } from "./secrets.ts";
import type { WebhookEndpointRow } from "./wire.ts";

/** As many as an environment can have. */
const maximum = 16;

export type NewEndpoint = EndpointInput & {
  url: string;
  enabledEvents: readonly string[];
  apiVersion?: string | null;
};

/** Adds an endpoint. `secret` is told this once. Needs webhooks:write. */
export async function createEndpoint(
  viewer: Viewer,
  input: NewEndpoint,
): Promise<{ endpoint: WebhookEndpointRow; secret: string }> {
  authorize(viewer, "webhooks:write");
  assertUrl(viewer, input.url);
  return transaction(viewer, async (tx) => {
    await assertRoom(tx);
    const id = newId("we", tx.now);
    const secret = newSecret();
    const endpoint = await insert(tx, webhookEndpoints, {
      id,
      createdAt: tx.now,
      url: input.url,
      description: input.description ?? null,
      enabledEvents: [...input.enabledEvents],
      apiVersion: input.apiVersion ?? null,
      metadata: mergeMetadata({}, input.metadata),
      status: "enabled",
      sealedSecret: sealSecret(id, secret),
    });
    const { url, enabledEvents, apiVersion } = endpoint;
    const after = { url, enabledEvents, apiVersion };
    await audit(tx, "webhook_endpoint.created", { subject: id, after });
    return { endpoint, secret };
  });
}

async function assertRoom(tx: Tx): Promise<void> {
  const [row] = await tx.db
    .select({ endpoints: count() })
    .from(webhookEndpoints)
    .where(
      and(
        eq(webhookEndpoints.environmentId, tx.environmentId),
        isNull(webhookEndpoints.deletedAt),
        isNull(webhookEndpoints.listenerKeyId),
      ),
    );
  if ((row?.endpoints ?? 0) < maximum) return;
  const { kind } = tx.viewer.environment;
  throw invalid(`You have reached the maximum of ${maximum} ${kind} webhook endpoints.`, {
    code: "webhook_endpoints_exhausted",
  });
}
