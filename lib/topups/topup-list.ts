import type { TopupStatus } from "#db/schema/payouts";
import { topups } from "#db/schema/index";
import { amountFilter } from "#lib/lists/filters/amount-filter";
import { statusFilter } from "#lib/lists/filters/choice-filter";
import { daysFilter } from "#lib/lists/filters/days-filter";
import { both } from "#lib/lists/filters/filter";
import type { QueryOf } from "#lib/lists/list-source";
import { creationSorts } from "#lib/lists/sorts";
import { tableSource } from "#lib/lists/table-source";
import { wholeRows } from "#lib/lists/whole-rows";
import { paths } from "#lib/paths";

export const topupStatuses = [
  "pending",
  "succeeded",
  "failed",
  "canceled",
  "reversed",
] as const satisfies readonly TopupStatus[];

/** Every top-up. */
export const topupList = tableSource({
  name: "topups",
  permission: "payouts:read",
  path: paths.topups,
  table: topups,
  filters: both(
    both(
      statusFilter({ words: topupStatuses, column: topups.status, indexed: true }),
      daysFilter(topups.createdAt),
    ),
    amountFilter(topups),
  ),
  sorts: creationSorts(topups),
  select: wholeRows(topups),
  money: topups,
});

export type TopupQuery = QueryOf<typeof topupList>;
