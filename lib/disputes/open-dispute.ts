import { change, insert } from "#db/rows";
import { disputes } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { tallyDispute } from "#lib/figures/tally";
import { refreshWarnings } from "#lib/fraud-warnings/refresh-warnings";
import { day } from "#lib/clock";
import { newId } from "#lib/ids";
import { enqueue } from "#lib/jobs/jobs";
import { tellOfDispute } from "#lib/notifications/tell-of";
import type { ChargeRow } from "#lib/payments/wire";
import type { DisputeClaim } from "#lib/processors/processor";
import { closeReview } from "#lib/reviews/close-review";
import { concedeFunds, withdrawFunds } from "./move-funds.ts";
import { recordDispute } from "./record-dispute.ts";
import { refreshCharge } from "./refresh-charge.ts";
import type { DisputeRow } from "./wire.ts";

/** A bank's claim to a charge: what it asks back is taken at once, but for an inquiry. */
export async function openDispute(tx: Tx, charge: ChargeRow, claim: DisputeClaim): Promise<DisputeRow> {
  const opened = await insert(tx, disputes, newDispute(tx, charge, claim));
  const dispute =
    claim.stage === "inquiry"
      ? opened
      : await change(tx, disputes, opened, {
          withdrawalId: await withdrawFunds(tx, opened, charge),
          withdrawnAt: tx.now,
        });
  await tallyDispute(tx, dispute);
  const disputed = await refreshCharge(tx, charge.id);
  await recordDispute(tx, "created", dispute);
  await tellOfDispute(tx, dispute);
  if (claim.stage !== "inquiry") await recordDispute(tx, "funds_withdrawn", dispute);
  if (claim.stage === "final") {
    await concedeFunds(tx, dispute);
    await recordDispute(tx, "closed", dispute);
  }
  await refreshWarnings(tx, disputed);
  await closeReview(tx, disputed, "disputed");
  if (claim.dueBy !== null) await awaitAnswer(tx, dispute.id, claim.dueBy);
  return dispute;
}

/** Once nobody may answer any more, the dispute is settled without an answer. `until`: milliseconds. */
export async function awaitAnswer(tx: Tx, disputeId: string, until: number): Promise<void> {
  await enqueue(tx, "disputes.overdue", { disputeId }, { runAt: until + 1000 });
  for (const before of remindedBefore) {
    const runAt = until - before;
    if (runAt > tx.now) await enqueue(tx, "disputes.remind", { disputeId, until }, { runAt });
  }
}

/** How long before the deadline the team is reminded, milliseconds. */
const remindedBefore = [3 * day, day];

const firstStatus = {
  inquiry: "warning_needs_response",
  chargeback: "needs_response",
  final: "lost",
} as const;

function newDispute(tx: Tx, charge: ChargeRow, { card, ...claim }: DisputeClaim) {
  const final = claim.stage === "final";
  return {
    id: newId("du", tx.now),
    createdAt: tx.now,
    chargeId: charge.id,
    paymentIntentId: charge.paymentIntentId,
    standalone: charge.standalone,
    amount: claim.amount,
    currency: charge.currency,
    status: firstStatus[claim.stage],
    reason: claim.reason,
    network: card?.network ?? null,
    networkReasonCode: card?.reasonCode ?? null,
    caseType: card?.caseType ?? null,
    enhanced: claim.enhanced,
    evidence: {},
    dueBy: claim.dueBy,
    pastDue: false,
    submissionCount: 0,
    closedAt: final ? tx.now : null,
    closedBy: final ? ("bank" as const) : null,
    metadata: {},
  };
}
