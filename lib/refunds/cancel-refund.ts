import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { withdrawRefund } from "./fail-refund.ts";
import { waitsForBalance } from "./refundable.ts";
import { findRefund } from "./send-refund.ts";
import type { RefundRow } from "./wire.ts";

/** Takes back a refund that still waits for the balance; one that is with the bank can no longer be stopped. */
export function cancelRefund(viewer: Viewer, refundId: string): Promise<RefundRow> {
  authorize(viewer, "refunds:write");
  return transaction(viewer, async (tx) => {
    const refund = await findRefund(tx, refundId);
    if (!waitsForBalance(refund)) {
      throw invalid(`Refund ${refund.id} has a status of ${refund.status} and can no longer be canceled.`, {
        code: "refund_not_cancelable",
      });
    }
    await audit(tx, "refund.canceled", { subject: refund.id });
    return withdrawRefund(tx, refund);
  });
}
