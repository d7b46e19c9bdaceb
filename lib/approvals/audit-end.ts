import { audit } from "#lib/audit/audit";
import type { Tx } from "#lib/auth/viewer";
import type { ApprovalRow } from "./reserve.ts";

type Ending = "approved" | "declined" | "withdrawn" | "expired" | "overtaken";

/** Notes how what waited for approval ended, what it was, and why somebody ended it. */
export function auditEnd(tx: Tx, approval: ApprovalRow, ending: Ending, why?: { reason: string }) {
  const { id, state, askedById, lineCount, estimate, reason } = approval;
  return audit(tx, `approval.${ending}`, {
    subject: id,
    before: { state, askedBy: askedById, refunds: lineCount, estimate, reason },
    after: { state: ending, ...why },
  });
}
