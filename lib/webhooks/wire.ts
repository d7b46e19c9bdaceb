import type Stripe from "stripe";
import type { webhookEndpoints } from "#db/schema/index";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import { seconds } from "#lib/clock";

export type WebhookEndpointRow = typeof webhookEndpoints.$inferSelect;

/** The API's webhook endpoint, without its secret. */
export function toWebhookEndpoint(
  row: WebhookEndpointRow,
  environment: ViewedEnvironment,
): Stripe.WebhookEndpoint {
  return {
    id: row.id,
    object: "webhook_endpoint",
    api_version: row.apiVersion,
    application: null,
    created: seconds(row.createdAt),
    description: row.description,
    enabled_events: row.enabledEvents,
    livemode: environment.kind === "live",
    metadata: row.metadata,
    status: row.status,
    url: row.url,
  };
}

/** What is left of a deleted endpoint. */
export function toDeletedWebhookEndpoint(row: WebhookEndpointRow): Stripe.DeletedWebhookEndpoint {
  return { id: row.id, object: "webhook_endpoint", deleted: true };
}
