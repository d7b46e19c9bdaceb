import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
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
    await audit(tx, "approval.withdrawn", { subject: approval.id });
    return endApproval(tx, approval, { state: "withdrawn" });
  });
}
