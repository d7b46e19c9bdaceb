import { change } from "#db/rows";
import { refunds } from "#db/schema/index";
import { transaction } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { record } from "#lib/events/record";
import { failRefund } from "./fail-refund.ts";
import { findRefund } from "./send-refund.ts";
import { toRefund } from "./wire.ts";

export interface LaterRefund extends Record<string, unknown> {
  refundId: string;
  later: { result: "succeeded" } | { result: "failed"; reason: string };
}

/** What became of a refund the bank took its time for. Does nothing to one that is over. */
export function settleLater(viewer: Viewer, { refundId, later }: LaterRefund): Promise<void> {
  return transaction(viewer, async (tx) => {
    const refund = await findRefund(tx, refundId);
    if (refund.status === "failed" || refund.status === "canceled") return;
    if (later.result === "failed") return void (await failRefund(tx, refund, later.reason));
    if (refund.status === "succeeded") return;
    const after = await change(tx, refunds, refund, { status: "succeeded", pendingReason: null });
    const context = { paymentIntentId: refund.paymentIntentId, before: toRefund(refund) };
    await record(tx, "refund.updated", toRefund(after), context);
    await record(tx, "charge.refund.updated", toRefund(after), context);
  });
}
