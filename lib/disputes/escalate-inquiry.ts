import { and, eq } from "drizzle-orm";
import { change } from "#db/rows";
import { disputes, refunds } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { tallyDispute } from "#lib/figures/tally";
import { findCharge } from "#lib/payments/find-payment";
import { failRefund } from "#lib/refunds/fail-refund";
import { unrefunded } from "#lib/refunds/refundable";
import { closeInquiry } from "./end-dispute.ts";
import { withdrawFunds } from "./move-funds.ts";
import { awaitAnswer } from "./open-dispute.ts";
import { recordDispute } from "./record-dispute.ts";
import { refreshCharge } from "./refresh-charge.ts";
import type { DisputeRow } from "./wire.ts";

/**
 * An inquiry that its bank makes a dispute, to be answered anew. What was refunded meanwhile is not asked for
 * twice; refunds that have not left fail.
 */
export async function escalateInquiry(
  tx: Tx,
  inquiry: DisputeRow,
  chargeback: { dueBy: number; reasonCode: string },
): Promise<DisputeRow> {
  await failWaitingRefunds(tx, inquiry.chargeId);
  const charge = await findCharge(tx, inquiry.chargeId);
  const amount = Math.min(inquiry.amount, unrefunded(charge));
  if (amount === 0) return closeInquiry(tx, inquiry, "refund");
  const withdrawalId = await withdrawFunds(tx, { ...inquiry, amount }, charge);
  const dispute = await change(tx, disputes, inquiry, {
    amount,
    status: "needs_response",
    caseType: "chargeback",
    networkReasonCode: chargeback.reasonCode,
    dueBy: chargeback.dueBy,
    pastDue: false,
    withdrawnAt: tx.now,
    withdrawalId,
  });
  await tallyDispute(tx, dispute);
  await refreshCharge(tx, inquiry.chargeId);
  await recordDispute(tx, "funds_withdrawn", dispute, inquiry);
  await recordDispute(tx, "updated", dispute, inquiry);
  await awaitAnswer(tx, dispute.id, chargeback.dueBy);
  return dispute;
}

/** Refunds that wait for the balance or for the bank; one that is being sent just now is out of reach. */
async function failWaitingRefunds(tx: Tx, chargeId: string): Promise<void> {
  const pending = await tx.db
    .select()
    .from(refunds)
    .where(
      and(
        eq(refunds.environmentId, tx.environmentId),
        eq(refunds.chargeId, chargeId),
        eq(refunds.status, "pending"),
      ),
    );
  for (const refund of pending) {
    if (refund.pendingReason !== null) await failRefund(tx, refund, "charge_for_pending_refund_disputed");
  }
}
