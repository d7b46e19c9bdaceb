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
import type { StoredError } from "./stored-error.ts";

/** A question put to the processor: decided in one transaction, asked outside any, settled in another. */
export const operations = table(
  "operations",
  {
    environmentId: environmentId().references(() => environments.id),
    id: id(),
    createdAt: timestamp().notNull(),
    kind: text().notNull(),
    subjectId: text().notNull(),
    state: choice<"started" | "settled">().notNull(),
    /** System clock, milliseconds: until then the caller that started it is at work. */
    leaseUntil: integer().notNull(),
    /** What finishing it needs, and nothing once it is finished. Never a card number. */
    request: json<Record<string, unknown>>().notNull(),
    /** An error that finishing it raised for its caller, to be raised again. */
    failure: json<StoredError>(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("operations_state").on(t.environmentId, t.state, t.leaseUntil),
  ],
);
