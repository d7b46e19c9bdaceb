import { change } from "#db/rows";
import { topups } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { enqueue } from "#lib/jobs/jobs";
import { type Operation, operationKind, type Settlement } from "#lib/operations/operation";
import { processor } from "#lib/processors/index";
import type { BankTransferAnswer } from "#lib/processors/processor";
import { findTopup } from "./queries.ts";
import type { TopupRow } from "./wire.ts";

/** Asking the processor for the money. */
export const sendingTopup = operationKind<BankTransferAnswer, TopupRow>({
  name: "topup.send",
  ask: (viewer, { id: operationId, createdAt: now, request }) =>
    processor().topUp({
      operationId,
      environmentId: viewer.environmentId,
      reference: request.reference === null ? null : String(request.reference),
      amount: Number(request.amount),
      currency: String(request.currency),
      now,
    }),
  settle,
  recall: (tx, operation) => findTopup(tx, operation.subjectId),
});

/** The bank has said when it will be known. */
async function settle(
  tx: Tx,
  { subjectId }: Operation,
  { endsAt, failure }: BankTransferAnswer,
): Promise<Settlement<TopupRow>> {
  const topup = await findTopup(tx, subjectId);
  const topupId = topup.id;
  if (failure === null || failure.at > endsAt) {
    await enqueue(tx, "topups.settle", { topupId, failure: null }, { runAt: endsAt });
  }
  if (failure) {
    await enqueue(tx, "topups.settle", { topupId, failure: failure.code }, { runAt: failure.at });
  }
  return { result: await change(tx, topups, topup, { expectedAvailabilityDate: endsAt }) };
}
