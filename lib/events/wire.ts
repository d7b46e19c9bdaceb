import type Stripe from "stripe";
import type { events } from "#db/schema/index";
import { apiVersion } from "#lib/api-version";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import { seconds } from "#lib/clock";

export type EventRow = typeof events.$inferSelect;

/**
 * The API's event. An event whose object is no longer kept has an empty one. `pending`: how many deliveries of it
 * are on their way.
 */
export function toEvent(row: EventRow, environment: ViewedEnvironment, pending: number): object {
  return {
    id: row.id,
    object: "event",
    api_version: apiVersion,
    created: seconds(row.createdAt),
    data: {
      object: row.data ?? {},
      ...(row.previousAttributes ? { previous_attributes: row.previousAttributes } : {}),
    },
    livemode: environment.kind === "live",
    pending_webhooks: pending,
    request: { id: row.requestId, idempotency_key: row.idempotencyKey },
    type: row.type,
  } satisfies Omit<Stripe.EventBase, "type"> & { type: string };
}
