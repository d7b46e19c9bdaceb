import type Stripe from "stripe";
import type { cashReturns } from "#db/schema/index";
import { seconds } from "#lib/clock";
import { transferTypeOf } from "./transfer-types.ts";

export type CashReturnRow = typeof cashReturns.$inferSelect;

/** The API's refund of a customer's cash balance: no payment is refunded, money goes back to the bank it came from. */
export function toRefundOfCash(row: CashReturnRow): Stripe.Refund {
  const pending = row.status === "pending";
  return {
    id: row.id,
    object: "refund",
    amount: row.amount,
    balance_transaction: null,
    charge: null,
    created: seconds(row.createdAt),
    currency: row.currency,
    customer: row.customerId,
    customer_account: null,
    destination_details: destinationOf(row),
    ...(row.failureReason === null ? {} : { failure_reason: row.failureReason }),
    ...(row.instructionsEmail === null ? {} : { instructions_email: row.instructionsEmail }),
    metadata: row.metadata,
    ...nextActionOf(row),
    payment_intent: null,
    payment_method: null,
    ...(pending ? { pending_reason: "processing" } : {}),
    reason: row.reason,
    receipt_number: null,
    source_transfer_reversal: null,
    status: row.status,
    transfer_reversal: null,
  };
}

function nextActionOf({ status, asked }: CashReturnRow): Pick<Stripe.Refund, "next_action"> {
  if (status !== "requires_action" || asked === null) return {};
  const emailSent = { email_sent_at: seconds(asked.askedAt), email_sent_to: asked.email };
  const details = { email_sent: emailSent, expires_at: seconds(asked.expiresAt) };
  return { next_action: { type: "display_details", display_details: details } };
}

function destinationOf({ currency, reference }: CashReturnRow): Stripe.Refund.DestinationDetails {
  const type = transferTypeOf(currency);
  if (type === undefined) throw new Error(`No customer can have sent ${currency} ahead`);
  return { type, [type]: { reference, reference_status: reference === null ? "pending" : "available" } };
}
