import { people } from "./accounts.ts";
import { choice, id, index, integer, primaryKey, table, text, timestamp } from "./columns.ts";

/** Global: a signed-in browser. Its cookie carries the id, sealed with the server's secret. */
export const sessions = table(
  "sessions",
  {
    id: id().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    createdAt: timestamp().notNull(),
    lastSeenAt: timestamp().notNull(),
    expiresAt: timestamp().notNull(),
    revokedAt: timestamp(),
    address: text(),
    userAgent: text(),
    /** What is still to be proved before it counts; null: nothing. */
    waitsFor: choice<"code" | "enrolment">(),
    /** When its person last proved who they are: dangerous acts ask for it anew. */
    provedAt: timestamp(),
  },
  (t) => [index("sessions_person").on(t.personId)],
);

/** Global: what a person's authenticator app makes codes of, sealed. It counts once a first code confirmed it. */
export const totpSecrets = table("totp_secrets", {
  personId: id()
    .primaryKey()
    .references(() => people.id),
  createdAt: timestamp().notNull(),
  sealed: text().notNull(),
  confirmedAt: timestamp(),
  /** The step of the last code that was used: no code opens twice. */
  lastStep: integer(),
});

/** Global: codes for who lost their app, by their hashes. */
export const backupCodes = table(
  "backup_codes",
  {
    personId: text()
      .notNull()
      .references(() => people.id),
    hash: text().notNull(),
    usedAt: timestamp(),
  },
  (t) => [primaryKey({ columns: [t.personId, t.hash] })],
);

/** Global: links in mails that let their bearer do one thing once, by their hashes. */
export const linkTokens = table(
  "link_tokens",
  {
    hash: id().primaryKey(),
    purpose: choice<"password" | "two_step" | "email">().notNull(),
    personId: text()
      .notNull()
      .references(() => people.id),
    /** The address that whoever follows the link signs in with from then on. */
    email: text(),
    createdAt: timestamp().notNull(),
    expiresAt: timestamp().notNull(),
    usedAt: timestamp(),
  },
  (t) => [index("link_tokens_person").on(t.personId, t.purpose)],
);

/** Global: failed sign-ins, counted per email and per address to throttle both. */
export const signInFailures = table("sign_in_failures", {
  key: id().primaryKey(),
  failures: integer().notNull(),
  firstAt: timestamp().notNull(),
  blockedUntil: timestamp().notNull(),
});
