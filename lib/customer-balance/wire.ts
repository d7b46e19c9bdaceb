import type Stripe from "stripe";
import type { customerBalanceTransactions } from "#db/schema/index";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import { seconds } from "#lib/clock";

export type CustomerBalanceRow = typeof customerBalanceTransactions.$inferSelect;

/** The API's customer balance transaction. */
export function toCustomerBalanceTransaction(
  row: CustomerBalanceRow,
  environment: ViewedEnvironment,
): Stripe.CustomerBalanceTransaction {
  return {
    id: row.id,
    object: "customer_balance_transaction",
    amount: row.amount,
    checkout_session: null,
    created: seconds(row.createdAt),
    credit_note: null,
    currency: row.currency,
    customer: row.customerId,
    customer_account: null,
    description: row.description,
    ending_balance: row.endingBalance,
    invoice: null,
    livemode: environment.kind === "live",
    metadata: row.metadata,
    type: row.type,
  };
}
