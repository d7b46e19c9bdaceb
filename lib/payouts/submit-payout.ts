import { transaction } from "#db/transaction";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { minute } from "#lib/clock";
import { enqueue } from "#lib/jobs/jobs";
import { finish } from "#lib/operations/finish";
import { type Operation, operationKind, type Settlement } from "#lib/operations/operation";
import { startOperation } from "#lib/operations/start-operation";
import { processor } from "#lib/processors/index";
import type { BankTransferAnswer } from "#lib/processors/processor";
import { getDestination } from "./destination.ts";
import { findPayout } from "./queries.ts";
import { changePayout } from "./update-payout.ts";
import type { PayoutRow } from "./wire.ts";

/** How long an instant payout takes. */
const instantTakes = 30 * minute;

/** Handing a payout, whose money is aside, to the bank. */
const submitting = operationKind<BankTransferAnswer, PayoutRow>({
  name: "payout.submit",
  ask: (viewer, { id: operationId, request }) =>
    processor().payOut({
      operationId,
      environmentId: viewer.environmentId,
      reference: String(request.reference),
      amount: Number(request.amount),
      currency: String(request.currency),
      arrivesAt: Number(request.arrivesAt),
    }),
  settle,
  recall: (tx, operation) => findPayout(tx, operation.subjectId),
});

/** Gives a pending payout to the bank; from then on it can no longer be canceled. */
export async function submitPayout(viewer: Viewer, { payoutId }: { payoutId: string }): Promise<void> {
  const operation = await transaction(viewer, (tx) => begin(tx, payoutId));
  if (operation) await finish(viewer, operation, submitting);
}

async function begin(tx: Tx, id: string): Promise<Operation | null> {
  const payout = await findPayout(tx, id);
  if (payout.status !== "pending") return null;
  const { reference } = await getDestination(tx, payout);
  const { amount, currency, method } = await changePayout(tx, payout, { status: "in_transit" });
  const arrivesAt = method === "instant" ? tx.now + instantTakes : Math.max(payout.arrivalDate, tx.now);
  return startOperation(tx, submitting, id, { reference, amount, currency, arrivesAt });
}

async function settle(
  tx: Tx,
  { subjectId }: Operation,
  { traceId, endsAt, failure }: BankTransferAnswer,
): Promise<Settlement<PayoutRow>> {
  const payout = await findPayout(tx, subjectId);
  const after = await changePayout(tx, payout, { traceId });
  const payoutId = payout.id;
  if (failure === null || failure.at > endsAt) {
    await enqueue(tx, "payouts.settle", { payoutId, failure: null }, { runAt: endsAt });
  }
  if (failure) {
    await enqueue(tx, "payouts.settle", { payoutId, failure: failure.code }, { runAt: failure.at });
  }
  return { result: after };
}
