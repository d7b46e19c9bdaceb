import { transaction } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import type { DisputeDecision } from "#lib/processors/processor";
import { findDispute } from "./find-dispute.ts";
import { loseDispute, winDispute } from "./end-dispute.ts";
import { escalateInquiry } from "./escalate-inquiry.ts";
import { isAllowed, isInquiry } from "./status.ts";

export interface Decided extends Record<string, unknown> {
  disputeId: string;
  decision: DisputeDecision;
}

/** What the bank made of the evidence. Does nothing to a dispute that is over or waits for another answer. */
export function decideDispute(viewer: Viewer, { disputeId, decision }: Decided): Promise<void> {
  return transaction(viewer, async (tx) => {
    const dispute = await findDispute(tx, disputeId);
    if (!isAllowed("decide", dispute.status)) return;
    switch (decision.outcome) {
      case "won":
        return void (await winDispute(tx, dispute, "bank"));
      case "lost":
        return void (await loseDispute(tx, dispute, "bank"));
      case "escalated":
        if (isInquiry(dispute.status)) await escalateInquiry(tx, dispute, decision);
    }
  });
}
