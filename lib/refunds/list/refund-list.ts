import type { RefundStatus } from "#db/schema/payments";
import { refunds } from "#db/schema/index";
import { amountFilter } from "#lib/lists/filters/amount-filter";
import { choiceFilter, statusFilter } from "#lib/lists/filters/choice-filter";
import { daysFilter } from "#lib/lists/filters/days-filter";
import { both } from "#lib/lists/filters/filter";
import { amountSorts, creationSorts } from "#lib/lists/sorts";
import type { QueryOf } from "#lib/lists/list-source";
import { tableSource } from "#lib/lists/table-source";
import { paths } from "#lib/paths";
import { refundReasons } from "../refund-payment.ts";
import { givenBack } from "../release.ts";
import { type ListedRefund, selectRefunds } from "./listed-refund.ts";

export const refundStatuses = [
  "succeeded",
  "pending",
  "failed",
  "canceled",
  "requires_action",
] as const satisfies readonly RefundStatus[];

/** Every refund. */
export const refundList = tableSource({
  name: "refunds",
  permission: "payments:read",
  path: paths.refunds,
  table: refunds,
  filters: both(
    both(
      statusFilter({ words: refundStatuses, column: refunds.status, indexed: true }),
      daysFilter(refunds.createdAt),
    ),
    both(
      amountFilter(refunds),
      choiceFilter("reason", {
        words: refundReasons,
        column: refunds.reason,
        put: (reasons) => ({ reasons }),
        get: ({ reasons }) => reasons,
      }),
    ),
  ),
  sorts: {
    ...creationSorts(refunds),
    ...amountSorts(refunds, ({ amount }: ListedRefund) => amount),
  },
  select: selectRefunds,
  money: { amount: givenBack, currency: refunds.currency },
});

export type RefundQuery = QueryOf<typeof refundList>;
