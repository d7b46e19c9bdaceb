import { update } from "#db/rows";
import { refundApprovalLines } from "#db/schema/index";
import { transaction } from "#db/transaction";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { finish } from "#lib/operations/finish";
import { findCharge } from "#lib/payments/find-payment";
import { assertRefundable, refundable, whyNotRefundable } from "#lib/refunds/refundable";
import { sending } from "#lib/refunds/send-refund";
import { type BegunRefund, startRefund } from "#lib/refunds/start-refund";
import { dropLine } from "./end-approval.ts";
import { findApproval } from "./find-approval.ts";
import { findLine } from "./find-line.ts";
import { type ApprovalLine, type ApprovalRow, release } from "./reserve.ts";

/** Makes an approved refund of what was reserved for it; throws where it cannot be refunded any more. */
export async function carryOut(tx: Tx, approval: ApprovalRow, line: ApprovalLine): Promise<BegunRefund> {
  const charge = await release(tx, await findCharge(tx, line.chargeId), line);
  assertRefundable(charge, line.amount, tx.now);
  const begun = await startRefund(tx, {
    charge,
    amount: line.amount,
    reason: approval.reason,
    note: approval.note,
    customerMessage: approval.customerMessage,
    by: approval.askedBy,
    approvalId: approval.id,
  });
  await update(tx, refundApprovalLines, line.id, { state: "refunded", refundId: begun.refundId });
  return begun;
}

/** Makes one refund of an approved run. A job: what was made, or dropped, stays so. */
export async function carryOutLine(viewer: Viewer, { lineId }: { lineId: string }): Promise<void> {
  const begun = await transaction(viewer, async (tx) => {
    const line = await findLine(tx, lineId);
    const approval = await findApproval(tx, line.approvalId);
    if (line.state !== "waiting" || approval.state !== "approved") return null;
    const charge = await findCharge(tx, line.chargeId);
    const freed = { ...charge, amountReserved: (charge.amountReserved ?? 0) - line.amount || null };
    const obstacle = whyNotRefundable(freed, tx.now);
    if (obstacle === null && refundable(freed) >= line.amount) return carryOut(tx, approval, line);
    await dropLine(tx, line, obstacle ?? "already_refunded");
    return null;
  });
  if (begun && "started" in begun) await finish(viewer, begun.started, sending);
}
