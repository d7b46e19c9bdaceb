import { and, asc, eq } from "drizzle-orm";
import { bulkRows, charges, paymentIntents } from "#db/schema/index";
import { askApproval } from "#lib/approvals/ask-approval";
import { type IntendedRefund, judgeRefunds } from "#lib/approvals/judge-refunds";
import { limitsOf } from "#lib/approvals/limits";
import { longestRun } from "#lib/approvals/refund-or-ask";
import type { ApprovalRow } from "#lib/approvals/reserve";
import type { Tx } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { refundable, whyNotRefundable } from "#lib/refunds/refundable";
import type { BulkRun } from "./run.ts";

/**
 * Asks once for all refunds of a run, where together they go beyond what its confirmer may make: whoever approves
 * them has them made. Null: nobody need be asked.
 */
export async function askForWholeRun(
  tx: Tx,
  { id, act, total, leftOut }: BulkRun,
): Promise<ApprovalRow | null> {
  if (act.act !== "refund") return null;
  const limits = await limitsOf(tx.viewer);
  if (Object.values(limits).every((limit) => limit === null)) return null;
  // Judged as a whole, in the transaction that starts it: so it must be short.
  if (total - leftOut > longestRun) {
    throw invalid(`A run under limits has ${longestRun} refunds at most. Choose fewer.`, {
      code: "run_too_long",
    });
  }
  const intended = await intendedRefunds(tx, id);
  const exceeded = await judgeRefunds(tx, intended);
  if (exceeded.length === 0) return null;
  return askApproval(tx, { intended, exceeded, reason: act.reason, note: act.note });
}

/** What of the run can be refunded now: the rest may wait for another approval, or was refunded meanwhile. */
async function intendedRefunds({ db, environmentId, now }: Tx, runId: string): Promise<IntendedRefund[]> {
  const rows = await db
    .select({ charge: charges, amount: bulkRows.amount })
    .from(bulkRows)
    .innerJoin(
      paymentIntents,
      and(eq(paymentIntents.environmentId, bulkRows.environmentId), eq(paymentIntents.id, bulkRows.objectId)),
    )
    .innerJoin(
      charges,
      and(eq(charges.environmentId, bulkRows.environmentId), eq(charges.id, paymentIntents.latestChargeId)),
    )
    .where(
      and(
        eq(bulkRows.environmentId, environmentId),
        eq(bulkRows.runId, runId),
        eq(bulkRows.state, "waiting"),
      ),
    )
    .orderBy(asc(bulkRows.place));
  return rows.flatMap(({ charge, amount }) =>
    amount === null || whyNotRefundable(charge, now) !== null || amount > refundable(charge)
      ? []
      : [{ charge, amount }],
  );
}
