import { transaction } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { auditEnd } from "./audit-end.ts";
import { endApproval } from "./end-approval.ts";
import { findApproval } from "./find-approval.ts";
import { tellDecided } from "./tell-approval.ts";

/** Ends what nobody decided in time. A job: done twice it does nothing the second time. */
export async function expireApproval(viewer: Viewer, { approvalId }: { approvalId: string }): Promise<void> {
  await transaction(viewer, async (tx) => {
    const approval = await findApproval(tx, approvalId);
    if (approval.state !== "waiting" || tx.now < approval.expiresAt) return;
    const expired = await endApproval(tx, approval, { state: "expired" });
    await auditEnd(tx, approval, "expired");
    await tellDecided(tx, expired);
  });
}
