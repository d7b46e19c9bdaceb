import { transaction } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { notify } from "#lib/notifications/notify";
import { paths } from "#lib/paths";
import { findDispute } from "./find-dispute.ts";
import { isAllowed } from "./status.ts";

/** Reminds whoever takes care of a dispute, else all who may answer it, that its deadline (milliseconds) is near. */
export function remindAnswer(
  viewer: Viewer,
  { disputeId, until }: { disputeId: string; until: number },
): Promise<void> {
  return transaction(viewer, async (tx) => {
    const dispute = await findDispute(tx, disputeId);
    // It was answered, or its bank has set another deadline since.
    if (!isAllowed("respond", dispute.status) || dispute.dueBy !== until || until <= tx.now) return;
    const { amount, currency, reason, assigneeId } = dispute;
    await notify(tx, "dispute_due", {
      subjectId: disputeId,
      path: paths.dispute(viewer, disputeId),
      permission: "disputes:write",
      facts: [
        { fact: "amount", amount, currency },
        { fact: "disputeReason", code: reason },
        { fact: "due", at: until },
      ],
      ...(assigneeId === null ? {} : { to: [assigneeId] }),
    });
  });
}
