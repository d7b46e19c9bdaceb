import { change, find } from "#db/rows";
import { balanceTransactions, charges, refunds } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { tallyRefund } from "#lib/figures/tally";
import { record } from "#lib/events/record";
import { insertTransaction } from "#lib/ledger/insert-transaction";
import { post } from "#lib/ledger/post";
import { type Posting, refundBounced, refundReturned } from "#lib/ledger/posting";
import { refundFailureTransaction } from "#lib/ledger/transactions";
import { findCharge } from "#lib/payments/find-payment";
import { planPayouts } from "#lib/payouts/plan-payouts";
import { refreshPayment } from "./refresh-payment.ts";
import { type RefundRow, toRefund } from "./wire.ts";

/** A refund that did not reach the customer: its money is the merchant's again, and the payment can be refunded anew. */
export async function failRefund(tx: Tx, refund: RefundRow, reason: string): Promise<RefundRow> {
  return undo(tx, refund, { status: "failed", failureReason: reason }, "refund.failed");
}

/** A refund taken back before it left. */
export async function withdrawRefund(tx: Tx, refund: RefundRow): Promise<RefundRow> {
  return undo(tx, refund, { status: "canceled" }, "refund.updated");
}

async function undo(tx: Tx, refund: RefundRow, end: Partial<RefundRow>, event: string): Promise<RefundRow> {
  const failureBalanceTransactionId = await bringBack(tx, refund);
  const after = await change(tx, refunds, refund, {
    ...end,
    pendingReason: null,
    failureBalanceTransactionId,
  });
  await tallyRefund(tx, after, refund);
  const charge = await findCharge(tx, refund.chargeId);
  const restored = await change(tx, charges, charge, {
    amountRefunded: charge.amountRefunded - refund.amount,
    refunded: false,
  });
  await refreshPayment(tx, restored);
  const context = { paymentIntentId: refund.paymentIntentId, before: toRefund(refund) };
  await record(tx, event, toRefund(after), context);
  await record(tx, "charge.refund.updated", toRefund(after), context);
  return after;
}

/** Books the money back; null for a refund that never had any. */
async function bringBack(tx: Tx, refund: RefundRow): Promise<string | null> {
  const booked =
    refund.balanceTransactionId === null
      ? undefined
      : await find(tx, balanceTransactions, refund.balanceTransactionId);
  if (!booked) return null;
  const settled = { amount: -booked.amount, currency: booked.currency };
  const back = await insertTransaction(
    tx,
    refundFailureTransaction({
      now: tx.now,
      sourceId: refund.id,
      description: booked.description,
      settled,
      exchangeRate: booked.exchangeRate,
    }),
  );
  await post(tx, wayBack(refund, settled), { sourceId: refund.id, balanceTransactionId: back.id });
  await planPayouts(tx);
  return back.id;
}

/** Money that had left comes from the network; money still set aside only comes back from there. */
function wayBack(refund: RefundRow, settled: { amount: number; currency: string }): Posting[] {
  const left = refund.destination !== null;
  return left
    ? refundBounced({ amount: refund.amount, currency: refund.currency }, settled)
    : refundReturned(settled);
}
