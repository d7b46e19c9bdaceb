import { change } from "#db/rows";
import { refundApprovals } from "#db/schema/index";
import { transaction } from "#db/transaction";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { forbidden, invalid } from "#lib/errors";
import { enqueue } from "#lib/jobs/jobs";
import { claimed } from "#lib/operations/claimed";
import { finish } from "#lib/operations/finish";
import type { Operation } from "#lib/operations/operation";
import { sending } from "#lib/refunds/send-refund";
import type { RefundRow } from "#lib/refunds/wire";
import { auditEnd } from "./audit-end.ts";
import { carryOut } from "./carry-out.ts";
import { endApproval } from "./end-approval.ts";
import { assertWaiting, findApproval } from "./find-approval.ts";
import { mayApprove } from "./limits.ts";
import { tellDecided } from "./tell-approval.ts";
import { type ApprovalRow, linesOf } from "./reserve.ts";

export interface Decision {
  approvalId: string;
  verdict: "approve" | "decline";
  /** For who asked, and for the record. */
  reason: string;
}

/** A refund that is to be sent, or what is decided for good. */
type Decided = { started: Operation } | { over: RefundRow | ApprovalRow };

/**
 * Approves what somebody else asked for, or declines it; only the first decision counts. One refund is made at once
 * and is the answer; those of a run are made one after the other by jobs.
 */
export async function decideApproval(viewer: Viewer, decision: Decision): Promise<RefundRow | ApprovalRow> {
  if (!(await mayApprove(viewer))) throw forbidden("approvals:decide");
  const step = await transaction(viewer, async (tx): Promise<Decided> => {
    const approval = await findApproval(tx, decision.approvalId);
    if (approval.askedById === viewer.actor.id) {
      throw invalid("Somebody else has to decide about what you asked for.", { code: "approval_own" });
    }
    assertWaiting(approval, tx.now);
    if (decision.verdict === "approve") return approve(tx, approval, decision);
    return { over: await claimed(tx, () => decline(tx, approval, decision)) };
  });
  return "over" in step ? step.over : finish(viewer, step.started, sending);
}

async function decline(tx: Tx, approval: ApprovalRow, { reason }: Decision): Promise<ApprovalRow> {
  const declined = await endApproval(tx, approval, {
    state: "denied",
    decidedBy: tx.viewer.actor,
    decisionReason: reason,
  });
  await auditEnd(tx, approval, "declined", { reason });
  await tellDecided(tx, declined);
  return declined;
}

async function approve(tx: Tx, approval: ApprovalRow, { reason }: Decision): Promise<Decided> {
  const approved = await change(tx, refundApprovals, approval, {
    state: "approved",
    decidedBy: tx.viewer.actor,
    decidedAt: tx.now,
    decisionReason: reason,
  });
  await auditEnd(tx, approval, "approved", { reason });
  await tellDecided(tx, approved);
  const waiting = (await linesOf(tx, approval.id)).filter(({ state }) => state === "waiting");
  const [only] = waiting;
  if (only && approval.lineCount === 1) {
    const begun = await carryOut(tx, approved, only);
    return "started" in begun ? { started: begun.started } : { over: begun.waiting };
  }
  for (const { id } of waiting) await enqueue(tx, "approvals.refund", { lineId: id }, { runAt: tx.now });
  return { over: await claimed(tx, () => Promise.resolve(approved)) };
}
