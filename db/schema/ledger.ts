import { environments } from "./accounts.ts";
import {
  choice,
  environmentId,
  id,
  index,
  json,
  money,
  primaryKey,
  table,
  text,
  timestamp,
} from "./columns.ts";

export interface FeeDetail {
  amount: number;
  application: string | null;
  currency: string;
  description: string;
  type: "stripe_fee" | "application_fee" | "tax" | "payment_method_passthrough_fee";
}

/** What the merchant sees of a movement of the balance. `amount` = `fee` + `net`; money out is negative. */
export const balanceTransactions = table(
  "balance_transactions",
  {
    environmentId: environmentId().references(() => environments.id),
    id: id(),
    createdAt: timestamp().notNull(),
    availableOn: timestamp().notNull(),
    amount: money().notNull(),
    fee: money().notNull(),
    net: money().notNull(),
    currency: text().notNull(),
    type: text().notNull(),
    reportingCategory: text().notNull(),
    status: choice<"pending" | "available">().notNull(),
    sourceId: text().notNull(),
    description: text(),
    /** Exact decimal: settlement per presentment unit; null where nothing was converted. */
    exchangeRate: text(),
    feeDetails: json<FeeDetail[]>().notNull(),
    /** The automatic payout that it was paid out in. */
    payoutId: text(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("balance_transactions_created").on(t.environmentId, t.createdAt, t.id),
    index("balance_transactions_source").on(t.environmentId, t.sourceId),
    index("balance_transactions_currency").on(t.environmentId, t.currency, t.createdAt, t.id),
    index("balance_transactions_type").on(t.environmentId, t.type, t.createdAt, t.id),
    index("balance_transactions_payout").on(t.environmentId, t.payoutId, t.createdAt, t.id),
    index("balance_transactions_status").on(t.environmentId, t.status, t.currency, t.availableOn),
  ],
);

/** One positive amount moved from one ledger account to another; never edited. */
export const postings = table(
  "postings",
  {
    environmentId: environmentId().references(() => environments.id),
    id: id(),
    createdAt: timestamp().notNull(),
    from: text().notNull(),
    to: text().notNull(),
    amount: money().notNull(),
    currency: text().notNull(),
    /** Why: the charge, refund, payout or release behind it. */
    sourceId: text().notNull(),
    balanceTransactionId: text(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("postings_source").on(t.environmentId, t.sourceId),
  ],
);

/** The sum of an account's postings, in minus out; checked against them by `verify`. */
export const ledgerBalances = table(
  "ledger_balances",
  {
    environmentId: environmentId().references(() => environments.id),
    account: text().notNull(),
    currency: text().notNull(),
    balance: money().notNull(),
  },
  (t) => [primaryKey({ columns: [t.environmentId, t.account, t.currency] })],
);
