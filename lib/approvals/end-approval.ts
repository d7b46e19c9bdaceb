import { update, change } from "#db/rows";
import { refundApprovalLines, refundApprovals } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { findCharge } from "#lib/payments/find-payment";
import { type ApprovalLine, type ApprovalRow, linesOf, release } from "./reserve.ts";

/** Ends an approval without refunding: what it reserved can be refunded again. */
export async function endApproval(
  tx: Tx,
  approval: ApprovalRow,
  end: Pick<ApprovalRow, "state"> & Partial<ApprovalRow>,
): Promise<ApprovalRow> {
  for (const line of await linesOf(tx, approval.id)) {
    if (line.state === "waiting") await dropLine(tx, line, null);
  }
  return change(tx, refundApprovals, approval, { decidedAt: tx.now, ...end });
}

/** Gives up one refund of an approval; `obstacle`: what stood in its way. */
export async function dropLine(tx: Tx, line: ApprovalLine, obstacle: string | null): Promise<void> {
  await release(tx, await findCharge(tx, line.chargeId), line);
  await update(tx, refundApprovalLines, line.id, { state: "dropped", obstacle });
}
