import { sql } from "drizzle-orm";
import {
  autoIncrementId,
  bool,
  choice,
  foreignKey,
  id,
  index,
  integer,
  json,
  primaryKey,
  table,
  text,
  timestamp,
  uniqueIndex,
} from "./columns.ts";
import type { RefundPolicy } from "./letters.ts";

/** The day from which an account asks its team for a second step by itself, and the last to which that is put off. */
export interface TwoStepPlan {
  from: number;
  latest: number;
}

/** What customers read on receipts, and what the account prefers. Kept as one document: it is always read whole. */
export interface AccountSettings {
  supportEmail: string | null;
  supportPhone: string | null;
  website: string | null;
  /** Further public details; an account that never told them has none. */
  supportUrl?: string | null;
  supportLine1?: string | null;
  supportLine2?: string | null;
  supportPostalCode?: string | null;
  supportCity?: string | null;
  supportState?: string | null;
  /** ISO 3166 code of two letters. */
  supportCountry?: string | null;
  termsUrl?: string | null;
  privacyUrl?: string | null;
  statementDescriptor: string;
  statementDescriptorPrefix: string | null;
  /** The version of the API for calls and webhooks that name none; without it the latest. */
  apiVersion?: string;
  /** How many days the security history is kept; without it for good. */
  historyDays?: number | null;
  /** Null: somebody decided; absent: nobody has, as in accounts older than the plan. */
  twoStepPlan?: TwoStepPlan | null;
  /** Absent until somebody wrote it. */
  refundPolicy?: RefundPolicy;
  /** Replaces the documented fee table, entry by entry; null: the documented one. */
  feeOverrides: Record<string, { percent: string; fixed: number }> | null;
}

/** Global: one business. */
export const accounts = table("accounts", {
  id: id().primaryKey(),
  createdAt: timestamp().notNull(),
  name: text().notNull(),
  country: text().notNull(),
  defaultCurrency: text().notNull(),
  timeZone: text().notNull(),
  locale: text().notNull(),
  settings: json<AccountSettings>().notNull(),
  /** Since when everybody of the team signs in with a second step; null: whoever wants to. */
  twoStepSince: timestamp(),
  /** When its owner closed it: nobody enters it any more. */
  closedAt: timestamp(),
});

/** Global: one world of data of an account. `slug` is its address in the dashboard. */
export const environments = table(
  "environments",
  {
    id: autoIncrementId(),
    accountId: text()
      .notNull()
      .references(() => accounts.id),
    createdAt: timestamp().notNull(),
    kind: choice<"live" | "test">().notNull(),
    name: text().notNull(),
    slug: text().notNull(),
    locked: bool().notNull(),
    /** Milliseconds that this environment's clock is ahead of the system's. */
    clockOffset: integer().notNull(),
  },
  (t) => [uniqueIndex("environments_slug").on(t.slug), index("environments_account").on(t.accountId)],
);

/** Global: a person who signs in. */
export const people = table(
  "people",
  {
    id: id().primaryKey(),
    createdAt: timestamp().notNull(),
    email: text().notNull(),
    name: text().notNull(),
    /** Where colleagues reach them, such as before they reset a second step. */
    phone: text(),
    passwordHash: text().notNull(),
    locale: text(),
    timeZone: text(),
    demo: bool().notNull(),
  },
  (t) => [uniqueIndex("people_email").on(t.email)],
);

/** Global: a person's roles in an account. `owner` is an attribute beside the roles. */
export const members = table(
  "members",
  {
    accountId: text()
      .notNull()
      .references(() => accounts.id),
    personId: text()
      .notNull()
      .references(() => people.id),
    createdAt: timestamp().notNull(),
    roles: json<string[]>().notNull(),
    owner: bool().notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.personId] }), index("members_person").on(t.personId)],
);

/** Global: somebody was asked to join an account. The link in their mail is known by its hash alone. */
export const invitations = table(
  "invitations",
  {
    id: id().primaryKey(),
    accountId: text()
      .notNull()
      .references(() => accounts.id),
    createdAt: timestamp().notNull(),
    email: text().notNull(),
    roles: json<string[]>().notNull(),
    message: text(),
    invitedBy: text()
      .notNull()
      .references(() => people.id),
    hash: text().notNull(),
    expiresAt: timestamp().notNull(),
    /** Account and email while it is neither accepted nor revoked: at most one such invitation. */
    openKey: text(),
    acceptedAt: timestamp(),
    revokedAt: timestamp(),
  },
  (t) => [
    uniqueIndex("invitations_hash").on(t.hash),
    uniqueIndex("invitations_open").on(t.openKey),
    index("invitations_account").on(t.accountId, t.createdAt, t.id),
  ],
);

/** Global: an account that its owner offers to another member, who has yet to accept. One an account. */
export const ownerOffers = table("owner_offers", {
  accountId: id()
    .primaryKey()
    .references(() => accounts.id),
  fromPersonId: text()
    .notNull()
    .references(() => people.id),
  toPersonId: text()
    .notNull()
    .references(() => people.id),
  createdAt: timestamp().notNull(),
  expiresAt: timestamp().notNull(),
});

/** Global: API keys are found by hash before their environment is known. */
export const apiKeys = table(
  "api_keys",
  {
    id: id().primaryKey(),
    environmentId: integer()
      .notNull()
      .references(() => environments.id),
    createdAt: timestamp().notNull(),
    kind: choice<"publishable" | "secret" | "restricted">().notNull(),
    name: text().notNull(),
    hash: text().notNull(),
    /** What may be shown: the prefix and the last four characters; a publishable key is public and kept whole. */
    shown: text().notNull(),
    permissions: json<string[]>(),
    /** Addresses and ranges it may be used from; null: from anywhere. */
    allowedAddresses: json<string[]>(),
    /** The key that took its place when it was rolled. */
    replacedBy: text(),
    createdBy: text(),
    lastUsedAt: timestamp(),
    expiresAt: timestamp(),
    revokedAt: timestamp(),
    demo: bool().notNull(),
  },
  (t) => [uniqueIndex("api_keys_hash").on(t.hash), index("api_keys_environment").on(t.environmentId)],
);

/** Global: work to be done later. `runAt` is in the environment's clock where there is one. */
export const jobs = table(
  "jobs",
  {
    id: id().primaryKey(),
    environmentId: integer(),
    /** The test clock whose time `runAt` is in, instead of the environment's. */
    clockId: text(),
    kind: text().notNull(),
    payload: json<Record<string, unknown>>().notNull(),
    runAt: timestamp().notNull(),
    state: choice<"waiting" | "running" | "failed">().notNull(),
    /** System clock: when another runner may take a running job over. */
    leaseUntil: timestamp(),
    attempts: integer().notNull(),
    lastError: text(),
    /** At most one waiting job a key. */
    uniqueKey: text(),
    createdAt: timestamp().notNull(),
  },
  (t) => [
    index("jobs_due").on(t.state, t.environmentId, t.runAt),
    index("jobs_on_clock")
      .on(t.environmentId, t.clockId, t.runAt)
      .where(sql`clock_id is not null`),
    uniqueIndex("jobs_unique").on(t.uniqueKey),
    foreignKey({ columns: [t.environmentId], foreignColumns: [environments.id] }),
  ],
);

/** Global, append-only: who did what. One hash chain an account; `system` for what belongs to none. */
export const auditLines = table(
  "audit_lines",
  {
    chain: text().notNull(),
    sequence: integer().notNull(),
    at: timestamp().notNull(),
    environmentId: integer(),
    action: text().notNull(),
    actor: json<{ type: string; id: string | null; name: string | null }>().notNull(),
    subject: text(),
    before: json<Record<string, unknown>>(),
    after: json<Record<string, unknown>>(),
    address: text(),
    userAgent: text(),
    previousHash: text().notNull(),
    hash: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.chain, t.sequence] }),
    index("audit_lines_at").on(t.chain, t.at),
    index("audit_lines_subject").on(t.chain, t.subject),
  ],
);
