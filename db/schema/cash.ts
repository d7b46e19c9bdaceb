import {
  choice,
  environmentId,
  foreignKey,
  id,
  index,
  json,
  money,
  primaryKey,
  table,
  text,
  timestamp,
} from "./columns.ts";
import { customers, type Metadata } from "./customers.ts";
import type { Actor, RefundStatus } from "./payments.ts";

/** What a customer sent ahead and did not spend; its entries come to it. */
export const cashBalances = table(
  "cash_balances",
  {
    environmentId: environmentId(),
    customerId: text().notNull(),
    currency: text().notNull(),
    balance: money().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.customerId, t.currency] }),
    foreignKey({
      name: "cash_balances_customer_fk",
      columns: [t.environmentId, t.customerId],
      foreignColumns: [customers.environmentId, customers.id],
    }),
  ],
);

export type CashEntryType =
  | "funded"
  | "applied_to_payment"
  | "unapplied_from_payment"
  | "refunded_from_payment"
  | "return_initiated"
  | "return_canceled";

/** A transfer as the bank told of it. */
export interface IncomingTransfer {
  type:
    "eu_bank_transfer" | "gb_bank_transfer" | "jp_bank_transfer" | "mx_bank_transfer" | "us_bank_transfer";
  /** What its sender wrote beside it. */
  reference: string | null;
}

/** One movement of a customer's cash balance. Amounts never change. */
export const cashTransactions = table(
  "cash_transactions",
  {
    environmentId: environmentId(),
    id: id(),
    createdAt: timestamp().notNull(),
    customerId: text().notNull(),
    type: choice<CashEntryType>().notNull(),
    /** Minor units; what leaves the balance is negative. */
    netAmount: money().notNull(),
    currency: text().notNull(),
    endingBalance: money().notNull(),
    paymentIntentId: text(),
    /** The refund of a payment that it came from, or the return that it left by or came back from. */
    refundId: text(),
    transfer: json<IncomingTransfer>(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("cash_transactions_customer").on(t.environmentId, t.customerId, t.createdAt, t.id),
    foreignKey({
      name: "cash_transactions_customer_fk",
      columns: [t.environmentId, t.customerId],
      foreignColumns: [customers.environmentId, customers.id],
    }),
  ],
);

/** A question to a customer whose bank account nobody knows; times in milliseconds. */
export interface CashReturnQuestion {
  email: string;
  askedAt: number;
  expiresAt: number;
  /** The end of the account's number, once they named it. */
  last4?: string;
}

/** What a customer sent ahead and gets back: a refund of no payment. */
export const cashReturns = table(
  "cash_returns",
  {
    environmentId: environmentId(),
    id: id(),
    createdAt: timestamp().notNull(),
    customerId: text().notNull(),
    amount: money().notNull(),
    currency: text().notNull(),
    status: choice<RefundStatus>().notNull(),
    reason: choice<"duplicate" | "fraudulent" | "requested_by_customer">(),
    /** What the customer's bank can find it by, once it was sent. */
    reference: text(),
    failureReason: text(),
    /** Where the customer is to be written to, if not at the address that is known of them. */
    instructionsEmail: text(),
    /** That the customer was asked for their bank account; null: nobody had to ask. */
    asked: json<CashReturnQuestion>(),
    metadata: json<Metadata>().notNull(),
    createdBy: json<Actor>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("cash_returns_created").on(t.environmentId, t.createdAt, t.id),
    index("cash_returns_status").on(t.environmentId, t.status, t.createdAt, t.id),
    index("cash_returns_currency_amount").on(t.environmentId, t.currency, t.amount, t.id),
    index("cash_returns_customer").on(t.environmentId, t.customerId, t.createdAt, t.id),
    foreignKey({
      name: "cash_returns_customer_fk",
      columns: [t.environmentId, t.customerId],
      foreignColumns: [customers.environmentId, customers.id],
    }),
  ],
);
