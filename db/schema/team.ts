import { accounts, people } from "./accounts.ts";
import { bool, primaryKey, table, text } from "./columns.ts";

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
