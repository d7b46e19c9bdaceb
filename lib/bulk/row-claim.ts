import { and, eq, sql } from "drizzle-orm";
import { bulkRows, bulkRuns } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import type { ClaimOutcome, IdempotencyClaim } from "#lib/idempotency/claim";
import { findRun } from "./run.ts";

export type BulkRow = typeof bulkRows.$inferSelect;

const brand = Symbol.for("comptoir.bulk.not-now");

/** Thrown where a row is not to be begun: somebody did it meanwhile, or the run was paused. Nothing of it stays. */
export function isNotNow(error: unknown): boolean {
  return typeof error === "object" && error !== null && brand in error;
}

/**
 * A row as the idempotency key of what is done to it: begun in the transaction that decides and reserves, ended in the
 * one that settles. Whoever comes after a crash finds how far it got; nobody does it twice.
 */
export function rowClaim(row: BulkRow): IdempotencyClaim {
  return {
    async take(tx, operationId) {
      const { state } = await findRun(tx, row.runId);
      const begun =
        state === "running" ? await changeRow(tx, row, "waiting", { state: "started", operationId }) : 0;
      if (begun === 0) throw Object.assign(new Error("This row is not to be begun now"), { [brand]: true });
    },
    settle: (tx, outcome) => endRow(tx, row, outcome),
  };
}

/** Writes down what came of a row, once. */
export async function endRow(tx: Tx, row: BulkRow, outcome: ClaimOutcome): Promise<void> {
  const failed = "error" in outcome;
  const told = failed
    ? { code: outcome.error.facts.declineCode ?? outcome.error.facts.code, message: outcome.error.message }
    : { resultId: idOf(outcome.result) };
  const end = { ...told, state: failed ? ("failed" as const) : ("done" as const), at: tx.now };
  const ended =
    (await changeRow(tx, row, "started", end)) || (failed ? await changeRow(tx, row, "waiting", end) : 0);
  if (ended === 0) return;
  const counter = failed ? { failed: sql`${bulkRuns.failed} + 1` } : { done: sql`${bulkRuns.done} + 1` };
  await tx.db
    .update(bulkRuns)
    .set(counter)
    .where(and(eq(bulkRuns.environmentId, tx.environmentId), eq(bulkRuns.id, row.runId)));
}

/** So often is a row tried that somebody else is at work on. */
const mostTries = 60;

/**
 * Puts a row that is busy behind all others of its run: its place tells how often it was tried. False: often enough.
 * One that has begun keeps its place; its operation is taken up again.
 */
export async function putOff(tx: Tx, row: BulkRow): Promise<boolean> {
  const { total } = await findRun(tx, row.runId);
  if (row.place >= total * mostTries) return false;
  await changeRow(tx, row, "waiting", { place: row.place + total });
  return true;
}

/** Changes the row only from this state; how many were changed: one or none. */
async function changeRow(
  tx: Tx,
  { runId, objectId }: BulkRow,
  from: BulkRow["state"],
  patch: Partial<BulkRow>,
): Promise<number> {
  const changed = await tx.db
    .update(bulkRows)
    .set(patch)
    .where(
      and(
        eq(bulkRows.environmentId, tx.environmentId),
        eq(bulkRows.runId, runId),
        eq(bulkRows.objectId, objectId),
        eq(bulkRows.state, from),
      ),
    )
    .returning({ id: bulkRows.objectId });
  return changed.length;
}

function idOf(result: unknown): string | null {
  const id = typeof result === "object" && result !== null && "id" in result ? result.id : null;
  return typeof id === "string" ? id : null;
}
