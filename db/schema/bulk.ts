import { environments } from "./accounts.ts";
import {
  choice,
  environmentId,
  foreignKey,
  id,
  index,
  integer,
  json,
  money,
  primaryKey,
  table,
  text,
  timestamp,
} from "./columns.ts";
import type { Actor } from "./payments.ts";

/** What is done to each row of a run. */
export type BulkAct =
  | {
      act: "refund";
      /** All that is left; a percentage of what was captured, as a decimal; or minor units of one currency. */
      share: { all: true } | { percent: string } | { amount: number; currency: string };
      reason: "duplicate" | "fraudulent" | "requested_by_customer" | null;
      note: string | null;
    }
  | { act: "receipt" }
  | { act: "metadata"; metadata: Record<string, string> }
  | { act: "delete_customer" }
  | { act: "accept_dispute" };

/** What a run moves in one currency, minor units. */
export interface RunAmount {
  currency: string;
  count: number;
  amount: number;
  /** What of the amount is fees; absent where there are none. */
  fee?: number;
}

export type BulkState = "preparing" | "ready" | "asked" | "running" | "paused" | "canceled" | "finished";
type BulkRowState = "waiting" | "started" | "done" | "failed" | "left_out";

/** One thing done to many rows of a list, in the background. */
export const bulkRuns = table(
  "bulk_runs",
  {
    environmentId: environmentId().references(() => environments.id),
    id: id(),
    createdAt: timestamp().notNull(),
    list: text().notNull(),
    act: json<BulkAct>().notNull(),
    state: choice<BulkState>().notNull(),
    /** Which rows: some by their ids, or all that an address matched when the run was made. */
    ids: json<string[]>(),
    words: text(),
    /** On whose clocks the days of those words are. */
    timeZone: text().notNull(),
    /** How far the rows were gathered: a key of the list. */
    gatheredUntil: text(),
    /** Kept with every row's change of state. */
    total: integer().notNull(),
    done: integer().notNull(),
    failed: integer().notNull(),
    leftOut: integer().notNull(),
    /** What it moves in all; left out rows move nothing. */
    amounts: json<RunAmount[]>().notNull(),
    createdBy: json<Actor>().notNull(),
    startedAt: timestamp(),
    /** Who decides about it, where it goes beyond its confirmer's limits: then its refunds are made by the approval. */
    approvalId: text(),
    endedAt: timestamp(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("bulk_runs_created").on(t.environmentId, t.createdAt, t.id),
  ],
);

/** A row of a run, and what came of it. */
export const bulkRows = table(
  "bulk_rows",
  {
    environmentId: environmentId(),
    runId: text().notNull(),
    objectId: text().notNull(),
    /** Its place in the run: rows are done in this order. One that was busy goes behind all others. */
    place: integer().notNull(),
    state: choice<BulkRowState>().notNull(),
    /** What this row moves, fixed when it was gathered: what the confirmation names is what is done. */
    amount: money(),
    /** What of the amount is fees. */
    fee: money(),
    currency: text(),
    /** The operation that a crash may have interrupted. */
    operationId: text(),
    /** What it made, such as a refund. */
    resultId: text(),
    /** Why it failed or was left out: a code, and what the core said. */
    code: text(),
    message: text(),
    at: timestamp(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.runId, t.objectId] }),
    index("bulk_rows_state").on(t.environmentId, t.runId, t.state, t.place),
    foreignKey({
      name: "bulk_rows_run_fk",
      columns: [t.environmentId, t.runId],
      foreignColumns: [bulkRuns.environmentId, bulkRuns.id],
    }),
  ],
);
