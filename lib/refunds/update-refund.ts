import { change } from "#db/rows";
import { refunds } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { record } from "#lib/events/record";
import { mergeMetadata, type MetadataPatch } from "#lib/metadata";
import { findRefund } from "./send-refund.ts";
import { type RefundRow, toRefund } from "./wire.ts";

/** Changes a refund's metadata: all that can be changed of one. */
export function updateRefund(
  viewer: Viewer,
  refundId: string,
  metadata: MetadataPatch | undefined,
): Promise<RefundRow> {
  authorize(viewer, "refunds:write");
  return transaction(viewer, async (tx) => {
    const refund = await findRefund(tx, refundId);
    const after = await change(tx, refunds, refund, { metadata: mergeMetadata(refund.metadata, metadata) });
    const context = { paymentIntentId: refund.paymentIntentId, before: toRefund(refund) };
    await record(tx, "refund.updated", toRefund(after), context);
    await record(tx, "charge.refund.updated", toRefund(after), context);
    return after;
  });
}
