import type { PayoutStatus } from "#db/schema/payouts";
import { payouts } from "#db/schema/index";
import { amountFilter } from "#lib/lists/filters/amount-filter";
import { choiceFilter, statusFilter } from "#lib/lists/filters/choice-filter";
import { daysFilter } from "#lib/lists/filters/days-filter";
import { both } from "#lib/lists/filters/filter";
import type { QueryOf } from "#lib/lists/list-source";
import { amountSorts, creationSorts } from "#lib/lists/sorts";
import { tableSource } from "#lib/lists/table-source";
import { wholeRows } from "#lib/lists/whole-rows";
import { paths } from "#lib/paths";
import type { PayoutRow } from "../wire.ts";

export const payoutStatuses = [
  "pending",
  "in_transit",
  "paid",
  "failed",
  "canceled",
] as const satisfies readonly PayoutStatus[];

export const payoutSpeeds = ["standard", "instant"] as const satisfies readonly PayoutRow["method"][];

/** Every payout. */
export const payoutList = tableSource({
  name: "payouts",
  permission: "payouts:read",
  path: paths.payouts,
  table: payouts,
  filters: both(
    both(
      statusFilter({ words: payoutStatuses, column: payouts.status, indexed: true }),
      daysFilter(payouts.createdAt),
    ),
    both(
      // One that takes another back has the other's amount below zero.
      amountFilter({ amount: payouts.amount, currency: payouts.currency, signed: true }),
      choiceFilter("speed", {
        words: payoutSpeeds,
        column: payouts.method,
        put: (speeds) => ({ speeds }),
        get: ({ speeds }) => speeds,
      }),
    ),
  ),
  sorts: { ...creationSorts(payouts), ...amountSorts(payouts, ({ amount }: PayoutRow) => amount) },
  select: wholeRows(payouts),
  money: payouts,
});

export type PayoutQuery = QueryOf<typeof payoutList>;
