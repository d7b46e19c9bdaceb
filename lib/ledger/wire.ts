import type Stripe from "stripe";
import { seconds } from "#lib/clock";
import type { BalanceTransactionRow } from "./transactions.ts";

/** The API's balance transaction. */
export function toBalanceTransaction(row: BalanceTransactionRow): Stripe.BalanceTransaction {
  return {
    id: row.id,
    object: "balance_transaction",
    amount: row.amount,
    available_on: seconds(row.availableOn),
    balance_type: "payments",
    created: seconds(row.createdAt),
    currency: row.currency,
    description: row.description,
    exchange_rate: row.exchangeRate === null ? null : Number(row.exchangeRate),
    fee: row.fee,
    fee_details: row.feeDetails,
    net: row.net,
    reporting_category: row.reportingCategory,
    source: row.sourceId,
    status: row.status,
    type: row.type,
  };
}
