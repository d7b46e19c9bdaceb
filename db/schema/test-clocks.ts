import { environments } from "./accounts.ts";
import { choice, environmentId, id, index, primaryKey, table, text, timestamp } from "./columns.ts";

/** A time of its own for the customers that hang on it: it stands still until it is moved forward. */
export const testClocks = table(
  "test_clocks",
  {
    environmentId: environmentId().references(() => environments.id),
    id: id(),
    createdAt: timestamp().notNull(),
    name: text(),
    frozenTime: timestamp().notNull(),
    status: choice<"ready" | "advancing" | "internal_failure">().notNull(),
    /** While it advances, how far. */
    targetTime: timestamp(),
    deletesAfter: timestamp().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("test_clocks_created").on(t.environmentId, t.createdAt, t.id),
  ],
);
