import { change, find } from "#db/rows";
import { cashReturns, customers } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import type { Tx } from "#lib/auth/viewer";
import { record } from "#lib/events/record";
import { enqueue } from "#lib/jobs/jobs";
import { type Operation, operationKind, type Settlement } from "#lib/operations/operation";
import { processor } from "#lib/processors/index";
import type { CashReturnAnswer } from "#lib/processors/processor";
import { askForAccount } from "./ask-for-account.ts";
import { holderOf } from "./holder.ts";
import { type CashReturnRow, toRefundOfCash } from "./return-wire.ts";
import { findCashReturn } from "./returns.ts";

/**
 * Asking the processor to send back what a customer sent ahead. Where they are reached is read where it stands, and
 * written beside neither the question nor the answer: there it would outlast them.
 */
export const sendingCash = operationKind<CashReturnAnswer, CashReturnRow>({
  name: "cash.return",
  async ask(viewer, { id: operationId, createdAt: now, subjectId, request }) {
    const handle = await reader(viewer);
    return processor().returnCash({
      operationId,
      environmentId: viewer.environmentId,
      email: await emailFor(handle, await findCashReturn(handle, subjectId)),
      amount: Number(request.amount),
      currency: String(request.currency),
      now,
    });
  },
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
  const result =
    answer.result === "pending" ? row : await change(tx, cashReturns, row, await asked(tx, row, answer));
  await record(tx, "refund.created", toRefundOfCash(result));
  await askForAccount(tx, result);
  await later(tx, row.id, answer);
  return { result };
}

type Question = Extract<CashReturnAnswer, { result: "requires_action" }>;

async function asked(tx: Tx, row: CashReturnRow, { expiresAt }: Question): Promise<Partial<CashReturnRow>> {
  const email = (await emailFor(tx, row)) ?? "";
  return { status: "requires_action", asked: { email, askedAt: tx.now, expiresAt } };
}

/** Where the customer, or whom they became part of, is reached; null: nobody knows. */
async function emailFor(handle: Handle, row: CashReturnRow): Promise<string | null> {
  if (row.instructionsEmail !== null) return row.instructionsEmail;
  const holderId = await holderOf(handle, row.customerId);
  const holder = holderId === null ? undefined : await find(handle, customers, holderId);
  return holder?.email ?? null;
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
