import { insert } from "#db/rows";
import type { ExceededLimit } from "#db/schema/approvals";
import { refundApprovalLines, refundApprovals } from "#db/schema/index";
import { audit } from "#lib/audit/audit";
import type { Tx } from "#lib/auth/viewer";
import { day } from "#lib/clock";
import { newId } from "#lib/ids";
import { enqueue } from "#lib/jobs/jobs";
import { estimateOf, type IntendedRefund } from "./judge-refunds.ts";
import { tellAsked } from "./tell-approval.ts";
import { type ApprovalRow, reserve } from "./reserve.ts";

/** How long somebody has to decide, milliseconds on the environment's clock. */
export const approvalLasts = 3 * day;

interface Asked {
  intended: readonly IntendedRefund[];
  exceeded: ExceededLimit[];
  reason?: ApprovalRow["reason"];
  note?: string | null;
  customerMessage?: string | null;
}

/** Puts refunds aside until somebody else approves them, and tells those who may. */
export async function askApproval(tx: Tx, { intended, exceeded, ...asked }: Asked): Promise<ApprovalRow> {
  const approval = await insert(tx, refundApprovals, {
    id: newId("rap", tx.now),
    createdAt: tx.now,
    state: "waiting",
    askedBy: tx.viewer.actor,
    askedById: tx.viewer.actor.id ?? "",
    reason: asked.reason ?? null,
    note: asked.note ?? null,
    customerMessage: asked.customerMessage ?? null,
    exceeded,
    lineCount: intended.length,
    estimate: intended.reduce((total, refund) => total + estimateOf(tx, refund), 0),
    expiresAt: tx.now + approvalLasts,
  });
  for (const { charge, amount } of intended) {
    await insert(tx, refundApprovalLines, {
      id: newId("rapl", tx.now),
      createdAt: tx.now,
      approvalId: approval.id,
      chargeId: charge.id,
      paymentIntentId: charge.paymentIntentId,
      amount,
      currency: charge.currency,
      state: "waiting",
    });
    await reserve(tx, charge, amount);
  }
  await enqueue(tx, "approvals.expire", { approvalId: approval.id }, { runAt: approval.expiresAt });
  await audit(tx, "approval.asked", {
    subject: approval.id,
    after: { refunds: approval.lineCount, estimate: approval.estimate, reason: approval.reason, exceeded },
  });
  await tellAsked(tx, approval);
  return approval;
}
