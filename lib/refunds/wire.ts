import type Stripe from "stripe";
import type { refunds } from "#db/schema/index";
import { seconds } from "#lib/clock";

export type RefundRow = typeof refunds.$inferSelect;

/** The API's refund. */
export function toRefund(row: RefundRow): Stripe.Refund {
  return {
    id: row.id,
    object: "refund",
    amount: row.amount,
    balance_transaction: row.balanceTransactionId,
    charge: row.chargeId,
    created: seconds(row.createdAt),
    currency: row.currency,
    customer: null,
    customer_account: null,
    ...(row.destination === null ? {} : { destination_details: destinationOf(row.destination) }),
    ...(row.failureBalanceTransactionId === null
      ? {}
      : { failure_balance_transaction: row.failureBalanceTransactionId }),
    ...(row.failureReason === null ? {} : { failure_reason: row.failureReason }),
    metadata: row.metadata,
    payment_intent: row.standalone ? null : row.paymentIntentId,
    payment_method: null,
    ...(row.pendingReason === null ? {} : { pending_reason: row.pendingReason }),
    reason: row.reason,
    receipt_number: row.receiptNumber,
    source_transfer_reversal: null,
    status: row.status,
    transfer_reversal: null,
  };
}

function destinationOf(destination: NonNullable<RefundRow["destination"]>): Stripe.Refund.DestinationDetails {
  const { type, reference, referenceType } = destination;
  if (type === "cash_balance") return { customer_cash_balance: {}, type: "customer_cash_balance" };
  const arrival =
    reference === null
      ? { reference_status: "pending" }
      : { reference, reference_status: "available", reference_type: referenceType ?? undefined };
  return { card: { ...(type === "reversal" ? {} : arrival), type }, type: "card" };
}
