import type { DisputeStatus } from "#db/schema/disputes";
import { disputes } from "#db/schema/index";
import { amountFilter } from "#lib/lists/filters/amount-filter";
import { choiceFilter } from "#lib/lists/filters/choice-filter";
import { daysFilter } from "#lib/lists/filters/days-filter";
import { both } from "#lib/lists/filters/filter";
import { amountSorts, creationSorts } from "#lib/lists/sorts";
import type { QueryOf } from "#lib/lists/list-source";
import { tableSource } from "#lib/lists/table-source";
import { paths } from "#lib/paths";
import { type ListedDispute, selectDisputes } from "./listed-dispute.ts";

export const disputeStatuses = [
  "needs_response",
  "under_review",
  "won",
  "lost",
  "warning_needs_response",
  "warning_under_review",
  "warning_closed",
] as const satisfies readonly DisputeStatus[];

/** Every dispute and inquiry. */
export const disputeList = tableSource({
  name: "disputes",
  permission: "disputes:read",
  path: paths.disputes,
  table: disputes,
  filters: both(
    both(
      choiceFilter("status", {
        words: disputeStatuses,
        column: disputes.status,
        indexed: true,
        put: (statuses) => ({ statuses }),
        get: ({ statuses }) => statuses,
      }),
      daysFilter(disputes.createdAt),
    ),
    amountFilter(disputes),
  ),
  sorts: {
    ...creationSorts(disputes),
    ...amountSorts(disputes, ({ amount }: ListedDispute) => amount),
  },
  select: selectDisputes,
  money: disputes,
});

export type DisputeQuery = QueryOf<typeof disputeList>;
