import type Stripe from "stripe";
import type { payouts } from "#db/schema/index";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import { seconds } from "#lib/clock";
import { payoutFailureMessage } from "#lib/payout-failures";

export type PayoutRow = typeof payouts.$inferSelect;

/** The API's payout. */
export function toPayout(row: PayoutRow, environment: Pick<ViewedEnvironment, "kind">): Stripe.Payout {
  return {
    id: row.id,
    object: "payout",
    amount: row.amount,
    application_fee: null,
    application_fee_amount: null,
    arrival_date: seconds(row.arrivalDate),
    automatic: row.automatic,
    balance_transaction: row.balanceTransactionId,
    created: seconds(row.createdAt),
    currency: row.currency,
    description: row.description,
    destination: row.destinationId,
    failure_balance_transaction: row.failureBalanceTransactionId,
    failure_code: row.failureCode,
    failure_message: payoutFailureMessage(row.failureCode),
    livemode: environment.kind === "live",
    metadata: row.metadata,
    method: row.method,
    original_payout: row.originalPayoutId,
    payout_method: null,
    reconciliation_status: row.automatic ? "completed" : "not_applicable",
    reversed_by: row.reversedById,
    source_type: "card",
    statement_descriptor: row.statementDescriptor,
    status: row.status,
    trace_id: traceOf(row),
    type: row.type,
  };
}

/** Banks know a payout by this once they have it. */
function traceOf({ status, traceId }: PayoutRow): Stripe.Payout.TraceId {
  if (status === "pending" || status === "in_transit") return { status: "pending", value: null };
  return traceId === null ? { status: "unsupported", value: null } : { status: "supported", value: traceId };
}
