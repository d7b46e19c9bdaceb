import { environmentId, id, index, primaryKey, table, text, timestamp } from "./columns.ts";

/** Roles that work with customers without seeing who they are; the id is the role. */
export const maskedRoles = table(
  "masked_roles",
  { environmentId: environmentId(), id: id(), createdAt: timestamp().notNull() },
  (t) => [primaryKey({ columns: [t.environmentId, t.id] })],
);

/** Somebody was shown the personal fields of one thing, for a while and for a reason. */
export const reveals = table(
  "reveals",
  {
    environmentId: environmentId(),
    id: id(),
    createdAt: timestamp().notNull(),
    personId: text().notNull(),
    /** What it is about: the id of a customer, a payment or a dispute. */
    subjectId: text().notNull(),
    reason: text().notNull(),
    until: timestamp().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("reveals_subject").on(t.environmentId, t.personId, t.subjectId, t.until),
  ],
);
