import { cashReturns } from "#db/schema/index";
import { amountFilter } from "#lib/lists/filters/amount-filter";
import { statusFilter } from "#lib/lists/filters/choice-filter";
import { daysFilter } from "#lib/lists/filters/days-filter";
import { both } from "#lib/lists/filters/filter";
import type { QueryOf } from "#lib/lists/list-source";
import { amountSorts, creationSorts } from "#lib/lists/sorts";
import { tableSource } from "#lib/lists/table-source";
import { paths } from "#lib/paths";
import { refundStatuses } from "#lib/refunds/list/refund-list";
import { type ListedReturn, selectReturns } from "./listed-return.ts";

/** What was sent back of customers' cash balances. */
export const cashReturnList = tableSource({
  name: "cash_returns",
  permission: "customers:read",
  path: paths.cashReturns,
  table: cashReturns,
  filters: both(
    both(
      statusFilter({ words: refundStatuses, column: cashReturns.status, indexed: true }),
      daysFilter(cashReturns.createdAt),
    ),
    amountFilter(cashReturns),
  ),
  sorts: {
    ...creationSorts(cashReturns),
    ...amountSorts(cashReturns, ({ amount }: ListedReturn) => amount),
  },
  select: selectReturns,
  money: cashReturns,
});

export type CashReturnQuery = QueryOf<typeof cashReturnList>;
