import { sql } from "drizzle-orm";
import { environments } from "./accounts.ts";
import {
  bool,
  choice,
  environmentId,
  foreignKey,
  id,
  index,
  integer,
  json,
  primaryKey,
  table,
  text,
  timestamp,
} from "./columns.ts";
import type { Metadata } from "./customers.ts";

/** Where events are sent. A deleted one keeps its row, without its secrets, for the deliveries that name it. */
export const webhookEndpoints = table(
  "webhook_endpoints",
  {
    environmentId: environmentId().references(() => environments.id),
    id: id(),
    createdAt: timestamp().notNull(),
    url: text().notNull(),
    description: text(),
    /** Names of events, or `*` for all. */
    enabledEvents: json<string[]>().notNull(),
    /** Null: the account's. */
    apiVersion: text(),
    metadata: json<Metadata>().notNull(),
    status: choice<"enabled" | "disabled">().notNull(),
    /** Encrypted; null once deleted. */
    sealedSecret: text(),
    /** The secret before the last roll, encrypted, and until when it signs too. */
    sealedOldSecret: text(),
    oldSecretUntil: timestamp(),
    deletedAt: timestamp(),
    /** Of a command line that listens: the key it came with. It is sent to through its connection, not to `url`. */
    listenerKeyId: text(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("webhook_endpoints_created").on(t.environmentId, t.createdAt, t.id),
    index("webhook_endpoints_status").on(t.environmentId, t.status),
  ],
);

/** An event on its way to one endpoint: written with the event, sent after the commit. */
export const webhookDeliveries = table(
  "webhook_deliveries",
  {
    environmentId: environmentId().references(() => environments.id),
    id: id(),
    createdAt: timestamp().notNull(),
    endpointId: text().notNull(),
    eventId: text().notNull(),
    eventType: text().notNull(),
    /** `queued`: part of a replay, behind another that is still pending. */
    state: choice<"pending" | "queued" | "delivered" | "failed" | "canceled">().notNull(),
    replay: bool().notNull(),
    /** When the present series of tries began, and how many there were. */
    startedAt: timestamp().notNull(),
    tries: integer().notNull(),
    nextTryAt: timestamp(),
    /** System clock: until then whoever claimed it is at work. */
    leaseUntil: integer(),
    lastTryAt: timestamp(),
    lastStatus: integer(),
    lastError: text(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("webhook_deliveries_due")
      .on(t.environmentId, t.endpointId, t.nextTryAt, t.id)
      .where(sql`state = 'pending'`),
    index("webhook_deliveries_event").on(t.environmentId, t.state, t.eventId),
    index("webhook_deliveries_created").on(t.environmentId, t.endpointId, t.createdAt, t.id),
    index("webhook_deliveries_state").on(t.environmentId, t.endpointId, t.state, t.createdAt, t.id),
    foreignKey({
      columns: [t.environmentId, t.endpointId],
      foreignColumns: [webhookEndpoints.environmentId, webhookEndpoints.id],
    }),
  ],
);

/** One try of a delivery and what came of it. */
export const webhookAttempts = table(
  "webhook_attempts",
  {
    environmentId: environmentId().references(() => environments.id),
    id: id(),
    createdAt: timestamp().notNull(),
    deliveryId: text().notNull(),
    /** The answer's HTTP status; null when there was none, and `error` says why. */
    status: integer(),
    error: text(),
    /** Milliseconds. */
    duration: integer().notNull(),
    /** The beginning of the answer. */
    response: text(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("webhook_attempts_delivery").on(t.environmentId, t.deliveryId, t.createdAt, t.id),
  ],
);
