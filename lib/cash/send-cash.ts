import { change } from "#db/rows";
import { cashReturns } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { record } from "#lib/events/record";
import { enqueue } from "#lib/jobs/jobs";
import { type Operation, operationKind, type Settlement } from "#lib/operations/operation";
import { processor } from "#lib/processors/index";
import type { CashReturnAnswer } from "#lib/processors/processor";
import { type CashReturnRow, toRefundOfCash } from "./return-wire.ts";
import { findCashReturn } from "./returns.ts";

/** Asking the processor to send back what a customer sent ahead. */
export const sendingCash = operationKind<CashReturnAnswer, CashReturnRow>({
  name: "cash.return",
  ask: (viewer, { id: operationId, createdAt: now, request }) =>
    processor().returnCash({
      operationId,
      environmentId: viewer.environmentId,
      email: request.email === null ? null : String(request.email),
      amount: Number(request.amount),
      currency: String(request.currency),
      now,
    }),
  settle,
  recall: (tx, operation) => findCashReturn(tx, operation.subjectId),
});

/** It is on its way, or the customer has been asked for their bank account. */
async function settle(
  tx: Tx,
  { subjectId }: Operation,
  answer: CashReturnAnswer,
): Promise<Settlement<CashReturnRow>> {
  const row = await findCashReturn(tx, subjectId);
  const result = answer.result === "pending" ? row : await change(tx, cashReturns, row, asked(tx, answer));
  await record(tx, "refund.created", toRefundOfCash(result));
  await later(tx, row.id, answer);
  return { result };
}

type Question = Extract<CashReturnAnswer, { result: "requires_action" }>;

function asked(tx: Tx, { email, expiresAt }: Question): Partial<CashReturnRow> {
  return { status: "requires_action", asked: { email, askedAt: tx.now, expiresAt } };
}

async function later(tx: Tx, returnId: string, answer: CashReturnAnswer): Promise<void> {
  if (answer.result === "pending") {
    await enqueue(tx, "cash.return_arrives", { returnId, end: answer.end }, { runAt: answer.end.at });
    return;
  }
  await enqueue(tx, "cash.return_expires", { returnId }, { runAt: answer.expiresAt });
  if (answer.answer === null) return;
  const { at, end } = answer.answer;
  await enqueue(tx, "cash.return_answered", { returnId, end }, { runAt: at });
}
