import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { claimed } from "#lib/operations/claimed";
import { finish } from "#lib/operations/finish";
import { refundable, whyNotRefundable } from "#lib/refunds/refundable";
import { chargeToRefund, intendedRefund, type RefundInput } from "#lib/refunds/refund-payment";
import { sending } from "#lib/refunds/send-refund";
import { startRefund } from "#lib/refunds/start-refund";
import type { RefundRow } from "#lib/refunds/wire";
import { askApproval } from "./ask-approval.ts";
import { type IntendedRefund, judgeRefunds } from "./judge-refunds.ts";
import type { ApprovalRow } from "./reserve.ts";

/**
 * Refunds a payment, or, beyond the viewer's limits, asks somebody else to approve it: then the answer is the approval
 * that waits. Needs refunds:write.
 */
export async function refundOrAsk(viewer: Viewer, input: RefundInput): Promise<RefundRow | ApprovalRow> {
  authorize(viewer, "refunds:write");
  const step = await transaction(viewer, async (tx) => {
    const refund = await intendedRefund(tx, input);
    const exceeded = await judgeRefunds(tx, [refund]);
    if (exceeded.length === 0) return startRefund(tx, { ...input, ...refund, by: tx.viewer.actor });
    return { waiting: await claimed(tx, () => askApproval(tx, { ...input, intended: [refund], exceeded })) };
  });
  return "started" in step ? finish(viewer, step.started, sending) : step.waiting;
}

/** The most refunds that one approval may be about. */
export const longestRun = 1000;

/**
 * Asks once for a whole run of full refunds. Null when the viewer may make all of them without asking: then nothing
 * has changed. What cannot be refunded now is left out. Needs refunds:write.
 */
export async function askForRun(
  viewer: Viewer,
  run: { paymentIds: readonly string[] } & Pick<RefundInput, "reason" | "note">,
): Promise<ApprovalRow | null> {
  authorize(viewer, "refunds:write");
  if (run.paymentIds.length > longestRun) {
    throw invalid(`A run that needs approval has ${longestRun} refunds at most. Choose fewer.`, {
      code: "run_too_long",
    });
  }
  return transaction(viewer, async (tx) => {
    const intended: IntendedRefund[] = [];
    for (const paymentId of new Set(run.paymentIds)) {
      const charge = await chargeToRefund(tx, { paymentId });
      if (whyNotRefundable(charge, tx.now) === null) intended.push({ charge, amount: refundable(charge) });
    }
    if (intended.length === 0) return null;
    const exceeded = await judgeRefunds(tx, intended);
    if (exceeded.length === 0) return null;
    return claimed(tx, () => askApproval(tx, { intended, exceeded, reason: run.reason, note: run.note }));
  });
}
