import { and, eq, gt, inArray } from "drizzle-orm";
import { disputes, operations } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { submission } from "#lib/disputes/submit-evidence";

/** What the bank was sent about a payment's disputes: an earlier version kept it after the bank had it. */
export async function eraseSubmissions(tx: Tx, paymentId: string): Promise<void> {
  const answered = await tx.db
    .select({ id: disputes.id })
    .from(disputes)
    .where(
      and(
        eq(disputes.environmentId, tx.environmentId),
        eq(disputes.paymentIntentId, paymentId),
        gt(disputes.submissionCount, 0),
      ),
    );
  if (answered.length === 0) return;
  const { environmentId, kind, state, subjectId } = operations;
  const ids = answered.map(({ id }) => id);
  await tx.db
    .update(operations)
    .set({ request: {} })
    .where(
      and(
        eq(environmentId, tx.environmentId),
        eq(state, "settled"),
        eq(kind, submission.name),
        inArray(subjectId, ids),
      ),
    );
}
