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
    metadata: row.metadata,
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

function destinationOf({ currency, reference }: CashReturnRow): Stripe.Refund.DestinationDetails {
  const type = transferTypeOf(currency);
  if (type === undefined) throw new Error(`No customer can have sent ${currency} ahead`);
  return { type, [type]: { reference, reference_status: reference === null ? "pending" : "available" } };
}
