import { sql } from "drizzle-orm";
import { balanceTransactions as transaction } from "#db/schema/index";
import type { Handle } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { amountFilter } from "#lib/lists/filters/amount-filter";
import { choiceFilter } from "#lib/lists/filters/choice-filter";
import { daysFilter } from "#lib/lists/filters/days-filter";
import { both, type Filter } from "#lib/lists/filters/filter";
import { idFilter } from "#lib/lists/filters/id-filter";
import { type QueryOf, readingOf, readQuery } from "#lib/lists/list-source";
import { creationSorts } from "#lib/lists/sorts";
import { type Selection, tableSource } from "#lib/lists/table-source";
import { type Currency, isCurrency } from "#lib/money";
import { paths } from "#lib/paths";
import type { BalanceTransactionRow } from "../transactions.ts";
import { feeAmount, isFee } from "./fees.ts";

/** What moves a balance, as reports call it. */
export const reportingCategories = [
  "charge",
  "refund",
  "refund_failure",
  "partial_capture_reversal",
  "dispute",
  "dispute_reversal",
  "fee",
  "payout",
  "payout_reversal",
  "payout_minimum_balance_hold",
  "payout_minimum_balance_release",
  "topup",
  "topup_reversal",
] as const;

/** A movement of the balance as a list shows it. */
export interface ListedActivity extends BalanceTransactionRow {
  currency: Currency;
  /** What it cost, minor units: its fee, or itself where it is one. */
  cost: number;
}

/** What an automatic payout consists of, itself among it. */
const payoutFilter = idFilter("payout", {
  column: transaction.payoutId,
  put: (payout) => ({ payout }),
  get: ({ payout }) => payout,
});

const filters = both(
  both(
    choiceFilter("category", {
      words: reportingCategories,
      column: transaction.reportingCategory,
      put: (categories) => ({ categories }),
      get: ({ categories }) => categories,
    }),
    daysFilter(transaction.createdAt),
  ),
  both(
    payoutFilter,
    amountFilter({
      amount: transaction.amount,
      currency: transaction.currency,
      indexed: true,
      signed: true,
    }),
  ),
);

const common = {
  permission: "balance:read" as const,
  table: transaction,
  sorts: creationSorts(transaction),
  select,
};

/** Everything that moved the balance. */
export const activityList = tableSource({
  ...common,
  name: "activity",
  path: paths.activity,
  filters,
  money: { amount: transaction.net, currency: transaction.currency },
});

/** What of it cost something. */
export const feeList = tableSource({
  ...common,
  name: "fees",
  path: paths.fees,
  filters: both(filters, onlyFees()),
  money: { amount: feeAmount, currency: transaction.currency },
});

export type ActivityQuery = QueryOf<typeof activityList>;

/** The last lines of an automatic payout. Needs balance:read. */
export async function latestLines(viewer: Viewer, payout: string): Promise<ListedActivity[]> {
  const { query } = readQuery(activityList, { payout }, readingOf(viewer));
  return (await activityList.page(viewer, query, { direction: "older", from: null, size: 10 })).rows;
}

/** Holds whatever is asked for. */
function onlyFees(): Filter<object> {
  const holds = isFee ?? sql`true`;
  return {
    params: [],
    read: () => ({}),
    write: () => ({}),
    conditions: () => [{ column: transaction.fee, holds }],
  };
}

async function select(
  viewer: Viewer,
  { db }: Handle,
  { where, orderBy, limit }: Selection,
): Promise<ListedActivity[]> {
  const rows = await db
    .select({ row: transaction, cost: feeAmount.mapWith(Number) })
    .from(transaction)
    .where(where)
    .orderBy(...orderBy)
    .limit(limit);
  return rows.map(({ row, cost }) => {
    if (!isCurrency(row.currency)) throw new Error(`Balance transaction ${row.id} is in ${row.currency}`);
    return { ...row, currency: row.currency, cost };
  });
}
