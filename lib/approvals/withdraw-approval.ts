import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { auditEnd } from "./audit-end.ts";
import { endApproval } from "./end-approval.ts";
import { assertWaiting, findApproval } from "./find-approval.ts";
import type { ApprovalRow } from "./reserve.ts";

/** Takes back what the viewer asked for, while nobody has decided. Needs refunds:write. */
export function withdrawApproval(viewer: Viewer, approvalId: string): Promise<ApprovalRow> {
  authorize(viewer, "refunds:write");
  return transaction(viewer, async (tx) => {
    const approval = await findApproval(tx, approvalId);
    if (approval.askedById !== viewer.actor.id) {
      throw invalid("Only who asked for a refund can withdraw it. Decline it instead.", {
        code: "approval_not_yours",
      });
    }
    assertWaiting(approval, tx.now);
    await auditEnd(tx, approval, "withdrawn");
    return endApproval(tx, approval, { state: "withdrawn" });
  });
}
