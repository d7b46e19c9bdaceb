import { environments } from "./accounts.ts";
import {
  choice,
  environmentId,
  id,
  index,
  integer,
  json,
  primaryKey,
  table,
  text,
  timestamp,
} from "./columns.ts";

/** What changed. `data` is the object's wire form as it was then, kept for a limited time. */
export const events = table(
  "events",
  {
    environmentId: environmentId().references(() => environments.id),
    id: id(),
    createdAt: timestamp().notNull(),
    type: text().notNull(),
    objectId: text().notNull(),
    /** The payment it belongs to, so that a payment's page lists its events. */
    paymentIntentId: text(),
    requestId: text(),
    idempotencyKey: text(),
    data: json<Record<string, unknown>>(),
    previousAttributes: json<Record<string, unknown>>(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("events_created").on(t.environmentId, t.createdAt, t.id),
    index("events_type").on(t.environmentId, t.type, t.createdAt, t.id),
    index("events_object").on(t.environmentId, t.objectId, t.createdAt, t.id),
    index("events_payment").on(t.environmentId, t.paymentIntentId, t.createdAt, t.id),
  ],
);

/** One answer a key, for both doors: the API's idempotency keys and the forms' one-time keys. */
export const idempotencyKeys = table(
  "idempotency_keys",
  {
    environmentId: environmentId().references(() => environments.id),
    door: choice<"api" | "form">().notNull(),
    key: text().notNull(),
    createdAt: timestamp().notNull(),
    /** A hash of who asked for what: the same key may not mean two things. */
    fingerprint: text().notNull(),
    state: choice<"started" | "finished">().notNull(),
    operationId: text(),
    /** System clock: until then the first caller is at work. */
    leaseUntil: integer().notNull(),
    status: integer(),
    answer: json<unknown>(),
    requestId: text(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.door, t.key] }),
    index("idempotency_keys_created").on(t.environmentId, t.createdAt),
  ],
);

/** Mail to customers and to the team. Of a test environment customers get none: it is marked as what would be sent. */
export const mails = table(
  "mails",
  {
    environmentId: environmentId().references(() => environments.id),
    id: id(),
    createdAt: timestamp().notNull(),
    kind: text().notNull(),
    to: text().notNull(),
    subject: text().notNull(),
    text: text().notNull(),
    html: text().notNull(),
    state: choice<"would_be_sent" | "kept" | "queued" | "sent" | "failed">().notNull(),
    /** The language it is written in; none of mails older than this column. */
    language: text(),
    /** Whom of the team it is for, if they can sign in already. */
    personId: text(),
    /** The address that lets its bearer in, sealed; the texts hold the mail's id in its place. */
    sealedLink: text(),
    /** The permission it takes to read that address in the outbox; null: nobody but the operator. */
    linkReaders: text(),
    attempts: integer().notNull().default(0),
    lastError: text(),
    sentAt: timestamp(),
    subjectId: text(),
    /** The payment it is about, so that a payment's page says what the customer was told. */
    paymentIntentId: text(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("mails_created").on(t.environmentId, t.createdAt, t.id),
    index("mails_subject").on(t.environmentId, t.subjectId, t.createdAt),
    index("mails_payment").on(t.environmentId, t.paymentIntentId, t.createdAt, t.id),
  ],
);
