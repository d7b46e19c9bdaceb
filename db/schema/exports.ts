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

export type ExportState = "queued" | "running" | "finished" | "stopped" | "failed";

/** A file that somebody asked for: what it is to hold, how far it is, and until when it can be had. */
export const exports = table(
  "exports",
  {
    environmentId: environmentId().references(() => environments.id),
    id: id(),
    createdAt: timestamp().notNull(),
    /** Whose it is: nobody else gets it. */
    personId: text().notNull(),
    dataset: text().notNull(),
    format: choice<"csv" | "xlsx">().notNull(),
    /** Read by `lib/exports/choices`. */
    choices: json<Record<string, unknown>>().notNull(),
    /** The language in which amounts of its list's address are read. */
    locale: choice<"en" | "fr">().notNull(),
    state: choice<ExportState>().notNull(),
    rowsDone: integer().notNull(),
    /** Known once it is counted. */
    rowsTotal: integer(),
    /** System clock: when whoever writes it said so last. */
    tendedAt: timestamp(),
    /** Bytes. */
    size: integer(),
    finishedAt: timestamp(),
    expiresAt: timestamp(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("exports_person").on(t.environmentId, t.personId, t.createdAt, t.id),
    index("exports_state").on(t.environmentId, t.state, t.createdAt, t.id),
  ],
);
