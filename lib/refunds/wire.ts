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
    ...destinationOf(row),
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

/** The API has no name for the account that a debit was from: of such a refund it says nothing. */
function destinationOf({ destination }: RefundRow): Pick<Stripe.Refund, "destination_details"> {
  if (destination === null || destination.type === "bank") return {};
  return { destination_details: detailsOf({ ...destination, type: destination.type }) };
}

type Destination = NonNullable<RefundRow["destination"]>;
type Described = Destination & { type: Exclude<Destination["type"], "bank"> };

function detailsOf({ type, reference, referenceType }: Described): Stripe.Refund.DestinationDetails {
  if (type === "cash_balance") return { customer_cash_balance: {}, type: "customer_cash_balance" };
  const arrival =
    reference === null
      ? { reference_status: "pending" }
      : { reference, reference_status: "available", reference_type: referenceType ?? undefined };
  return { card: { ...(type === "reversal" ? {} : arrival), type }, type: "card" };
}
