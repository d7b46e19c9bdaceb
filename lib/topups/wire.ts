import type Stripe from "stripe";
import type { topups } from "#db/schema/index";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import { seconds, secondsOrNull } from "#lib/clock";
import { payoutFailureMessage } from "#lib/payout-failures";

export type TopupRow = typeof topups.$inferSelect;

/** The API's top-up. */
export function toTopup(row: TopupRow, environment: Pick<ViewedEnvironment, "kind">): Stripe.Topup {
  return {
    id: row.id,
    object: "topup",
    amount: row.amount,
    balance_transaction: row.balanceTransactionId,
    created: seconds(row.createdAt),
    currency: row.currency,
    description: row.description,
    expected_availability_date: secondsOrNull(row.expectedAvailabilityDate),
    failure_code: row.failureCode,
    failure_message: payoutFailureMessage(row.failureCode),
    initiated_by: "user",
    livemode: environment.kind === "live",
    metadata: row.metadata,
    payment_method: row.paymentMethodId,
    payment_method_options: null,
    source: null,
    statement_descriptor: row.statementDescriptor,
    status: row.status,
    transfer_group: row.transferGroup,
  };
}
