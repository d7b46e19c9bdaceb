import { change, find } from "#db/rows";
import { balanceTransactions, refunds } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { moveCash } from "#lib/cash/move-cash";
import { reconcileLater } from "#lib/cash/reconcile-later";
import { sentAhead } from "#lib/cash/sent-ahead";
import { afterRefund } from "#lib/disputes/after-refund";
import { notFound } from "#lib/errors";
import { record } from "#lib/events/record";
import { enqueue } from "#lib/jobs/jobs";
import { post } from "#lib/ledger/post";
import { refundSent } from "#lib/ledger/posting";
import { type Operation, operationKind, type Settlement } from "#lib/operations/operation";
import { startOperation } from "#lib/operations/start-operation";
import { hour } from "#lib/clock";
import { findCharge } from "#lib/payments/find-payment";
import { type ChargeRow, toCharge } from "#lib/payments/wire";
import { processor } from "#lib/processors/index";
import type { RefundAnswer } from "#lib/processors/processor";
import { goesToCash, takerOf } from "./back-to-cash.ts";
import { failRefund } from "./fail-refund.ts";
import { mailRefund } from "./mail-refund.ts";
import { type RefundRow, toRefund } from "./wire.ts";
import type { Handle } from "#db/transaction";

/** While a charge is this young its refund leaves as a reversal: the customer never sees the charge. Milliseconds. */
const reversalWindow = 2 * hour;

/** Asking the processor to return money that was set aside. */
export const sending = operationKind<RefundAnswer, RefundRow>({
  name: "refund.send",
  ask: async (viewer, { id: operationId, createdAt: now, request }) => {
    const sent = sendingOf(request);
    if (sent.reference === sentAhead.reference) return atOnce;
    return processor().refund({ operationId, environmentId: viewer.environmentId, now, ...sent });
  },
  settle,
  recall: (tx, operation) => findRefund(tx, operation.subjectId),
});

/** Money that was sent ahead goes back to where it was: no bank is asked. */
const atOnce = {
  result: "succeeded",
  type: "refund",
  referenceNumber: null,
  referenceType: null,
  later: null,
} as const satisfies RefundAnswer;

/** Begins to send a refund whose money is set aside. `announced`: its creation was told when it began to wait. */
export function startSending(
  tx: Tx,
  refund: RefundRow,
  charge: ChargeRow,
  { announced }: { announced: boolean } = { announced: false },
): Promise<Operation> {
  return startOperation(tx, sending, refund.id, {
    reference: charge.processorReference,
    amount: refund.amount,
    currency: refund.currency,
    asReversal: isReversal(charge, tx.now),
    announced,
  });
}

/** Whether a refund sent at `now` (milliseconds) leaves as a reversal. */
export function isReversal(charge: ChargeRow, now: number): boolean {
  return now - (charge.capturedAt ?? charge.createdAt) < reversalWindow;
}

/** The refund of this id; another tenant's is not found. */
export async function findRefund(handle: Handle, id: string, param = "id"): Promise<RefundRow> {
  const refund = await find(handle, refunds, id);
  if (!refund) throw notFound("refund", id, param);
  return refund;
}

async function settle(tx: Tx, operation: Operation, answer: RefundAnswer): Promise<Settlement<RefundRow>> {
  const refund = await findRefund(tx, operation.subjectId);
  const charge = await findCharge(tx, refund.chargeId);
  const context = { paymentIntentId: refund.paymentIntentId };
  if (operation.request.announced !== true) await record(tx, "refund.created", toRefund(refund), context);
  await record(tx, "charge.refunded", toCharge(charge, tx.viewer.environment), context);
  if (answer.result === "failed") return { result: await failRefund(tx, refund, answer.reason) };

  const toCash = goesToCash(charge);
  const taker = toCash ? await takerOf(tx, charge) : null;
  if (toCash && taker === null) return { result: await failRefund(tx, refund, "unknown") };
  await sendMoney(tx, refund, toCash ? "cash" : "network");
  if (taker !== null) await returnCash(tx, refund, taker);
  const destination = {
    type: toCash ? ("cash_balance" as const) : isOfCard(charge) ? answer.type : ("bank" as const),
    reference: answer.referenceNumber,
    referenceType: answer.referenceType,
  };
  const pendingReason = answer.result === "pending" ? "processing" : null;
  const after = await change(tx, refunds, refund, { status: answer.result, pendingReason, destination });
  await record(tx, "refund.updated", toRefund(after), { ...context, before: toRefund(refund) });
  await record(tx, "charge.refund.updated", toRefund(after), { ...context, before: toRefund(refund) });
  await afterRefund(tx, charge);
  await mailRefund(tx, after, charge);
  if (answer.later)
    await enqueue(
      tx,
      "refunds.settle",
      { refundId: refund.id, later: answer.later },
      { runAt: answer.later.at },
    );
  return { result: after };
}

function isOfCard({ paymentMethodDetails }: ChargeRow): boolean {
  return paymentMethodDetails.type === "card";
}

/** What a refund gave back to what its customer sent ahead pays what else waits for it. */
async function returnCash(tx: Tx, { id, amount, currency }: RefundRow, customerId: string) {
  await moveCash(tx, { customerId, amount, currency, type: "refunded_from_payment", refundId: id });
  await reconcileLater(tx, { customerId, currency }, amount);
}

/** The money leaves: out of what was set aside, to the customer's card, bank or cash. */
async function sendMoney(tx: Tx, refund: RefundRow, to: "network" | "cash"): Promise<void> {
  const booked =
    refund.balanceTransactionId === null
      ? undefined
      : await find(tx, balanceTransactions, refund.balanceTransactionId);
  if (!booked) throw new Error(`Refund ${refund.id} was sent without being booked`);
  const settled = { amount: -booked.amount, currency: booked.currency };
  const paid = { amount: refund.amount, currency: refund.currency };
  await post(tx, refundSent(settled, paid, to), { sourceId: refund.id, balanceTransactionId: booked.id });
}

function sendingOf(request: Record<string, unknown>) {
  return {
    reference: String(request.reference),
    amount: Number(request.amount),
    currency: String(request.currency),
    asReversal: request.asReversal === true,
  };
}
