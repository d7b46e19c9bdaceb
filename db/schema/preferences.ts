import { accounts } from "./accounts.ts";
import { json, primaryKey, table, text, timestamp } from "./columns.ts";

/** Global: what a person prefers in an account. One document a name, always read whole. */
export const personPreferences = table(
  "person_preferences",
  {
    accountId: text()
      .notNull()
      .references(() => accounts.id),
    personId: text().notNull(),
    name: text().notNull(),
    value: json<unknown>().notNull(),
    updatedAt: timestamp().notNull(),
  },
  (t) => [primaryKey({ columns: [t.accountId, t.personId, t.name] })],
);
