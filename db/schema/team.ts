import { accounts, people } from "./accounts.ts";
import {
  bool,
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

/** Global: which mails a member wants of an account, where they chose otherwise than is usual. */
export const notificationChoices = table(
  "notification_choices",
  {
    accountId: text()
      .notNull()
      .references(() => accounts.id),
    kind: text().notNull(),
    personId: text()
      .notNull()
      .references(() => people.id),
    wanted: bool().notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.kind, t.personId] })],
);

/** Global: a key pair whose private half stays with a person's device, by its public half. */
export const passkeys = table(
  "passkeys",
  {
    id: id().primaryKey(),
    personId: text()
      .notNull()
      .references(() => people.id),
    createdAt: timestamp().notNull(),
    name: text().notNull(),
    /** As the device names it. */
    credentialId: text().notNull(),
    /** COSE, in base64url. */
    publicKey: text().notNull(),
    /** How often the device says it was used; stays 0 where it does not count. */
    counter: integer().notNull(),
    transports: json<string[]>().notNull(),
    lastUsedAt: timestamp(),
  },
  (t) => [
    uniqueIndex("passkeys_credential").on(t.credentialId),
    index("passkeys_person").on(t.personId, t.createdAt),
  ],
);

/** Global: challenges that were answered with a passkey, so that no answer counts twice. */
export const answeredChallenges = table("answered_challenges", {
  challenge: id().primaryKey(),
  expiresAt: timestamp().notNull(),
});

/** Global: what an account says of itself to be let into live payments, sealed. */
export const activations = table("activations", {
  accountId: id()
    .primaryKey()
    .references(() => accounts.id),
  updatedAt: timestamp().notNull(),
  sealed: text().notNull(),
  submittedAt: timestamp(),
});

/** Global: up to which line an account's history was let go, sealed so that nobody cuts it shorter unseen. */
export const auditCuts = table("audit_cuts", {
  chain: id().primaryKey(),
  sequence: integer().notNull(),
  hash: text().notNull(),
  seal: text().notNull(),
});
