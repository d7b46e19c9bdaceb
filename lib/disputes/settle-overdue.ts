import { change } from "#db/rows";
import { disputes } from "#db/schema/index";
import { transaction } from "#db/transaction";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { day } from "#lib/clock";
import { enqueue } from "#lib/jobs/jobs";
import { closeInquiry, loseDispute } from "./end-dispute.ts";
import { findDispute } from "./find-dispute.ts";
import { recordDispute } from "./record-dispute.ts";
import { isAllowed, isInquiry } from "./status.ts";
import type { DisputeRow } from "./wire.ts";

/** How long a bank may make a dispute of its inquiry, milliseconds. Source: https://docs.stripe.com/disputes/how-disputes-work */
export const inquiryLifetime = 120 * day;

/** What the passing of its deadline makes of a dispute: unanswered it is lost; an inquiry lapses in the end. */
export function settleOverdue(viewer: Viewer, { disputeId }: { disputeId: string }): Promise<void> {
  return transaction(viewer, async (tx) => {
    const dispute = await findDispute(tx, disputeId);
    const { status, dueBy } = dispute;
    if (!isAllowed("update", status)) return;
    if (isInquiry(status)) return settleInquiry(tx, dispute);
    const unanswered = status === "needs_response" && dueBy !== null && dueBy < tx.now;
    if (unanswered && dispute.activeOperationId === null) {
      await loseDispute(tx, dispute, "deadline", { pastDue: true });
    }
  });
}

async function settleInquiry(tx: Tx, inquiry: DisputeRow): Promise<void> {
  const lapsesAt = inquiry.createdAt + inquiryLifetime;
  if (lapsesAt <= tx.now) return void (await closeInquiry(tx, inquiry, "deadline"));
  await enqueue(tx, "disputes.overdue", { disputeId: inquiry.id }, { runAt: lapsesAt });
  if (inquiry.status !== "warning_needs_response") return;
  const overdue = await change(tx, disputes, inquiry, { pastDue: true });
  await recordDispute(tx, "updated", overdue, inquiry);
}
