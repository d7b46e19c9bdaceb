import type Stripe from "stripe";
import type { cashTransactions, customers } from "#db/schema/index";
import type { IncomingTransfer } from "#db/schema/cash";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import { seconds } from "#lib/clock";

export type CashTransactionRow = typeof cashTransactions.$inferSelect;
type Owner = Pick<typeof customers.$inferSelect, "id" | "reconciliationMode">;

/** The API's cash balance of a customer. `available`: by currency, minor units. */
export function toCashBalance(
  { id, reconciliationMode }: Owner,
  available: Record<string, number> | null,
  environment: ViewedEnvironment,
): Stripe.CashBalance {
  return {
    object: "cash_balance",
    available,
    customer: id,
    customer_account: null,
    livemode: environment.kind === "live",
    settings: {
      reconciliation_mode: reconciliationMode ?? "automatic",
      using_merchant_default: reconciliationMode === null,
    },
  };
}

/** The API's customer cash balance transaction. */
export function toCashTransaction(
  row: CashTransactionRow,
  environment: ViewedEnvironment,
): Stripe.CustomerCashBalanceTransaction {
  return {
    id: row.id,
    object: "customer_cash_balance_transaction",
    created: seconds(row.createdAt),
    currency: row.currency,
    customer: row.customerId,
    customer_account: null,
    ending_balance: row.endingBalance,
    livemode: environment.kind === "live",
    net_amount: row.netAmount,
    type: row.type,
    ...causeOf(row),
  };
}

function causeOf({ type, paymentIntentId, refundId, transfer }: CashTransactionRow) {
  switch (type) {
    case "funded":
      return transfer && { funded: { bank_transfer: transferOf(transfer) } };
    case "refunded_from_payment":
      return { refunded_from_payment: { refund: String(refundId) } };
    case "applied_to_payment":
    case "unapplied_from_payment":
      return { [type]: { payment_intent: String(paymentIntentId) } };
    case "return_initiated":
    case "return_canceled":
      return {};
  }
}

const sender = { sender_name: null };

function transferOf({
  type,
  reference,
}: IncomingTransfer): Stripe.CustomerCashBalanceTransaction.Funded.BankTransfer {
  switch (type) {
    case "eu_bank_transfer":
      return { type, reference, eu_bank_transfer: { bic: null, iban_last4: null, ...sender } };
    case "gb_bank_transfer":
      return {
        type,
        reference,
        gb_bank_transfer: { account_number_last4: null, sort_code: null, ...sender },
      };
    case "jp_bank_transfer":
      return { type, reference, jp_bank_transfer: { sender_bank: null, sender_branch: null, ...sender } };
    case "us_bank_transfer":
      return { type, reference, us_bank_transfer: { network: "ach", ...sender } };
    case "mx_bank_transfer":
      return { type, reference };
  }
}
