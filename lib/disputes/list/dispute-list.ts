import type { DisputeStatus } from "#db/schema/disputes";
import { disputes } from "#db/schema/index";
import { day } from "#lib/clock";
import { amountFilter } from "#lib/lists/filters/amount-filter";
import { choiceFilter, statusFilter } from "#lib/lists/filters/choice-filter";
import { daysFilter } from "#lib/lists/filters/days-filter";
import { both, type Filter } from "#lib/lists/filters/filter";
import { idFilter } from "#lib/lists/filters/id-filter";
import { amountSorts, creationSorts } from "#lib/lists/sorts";
import type { QueryOf } from "#lib/lists/list-source";
import type { Order } from "#lib/lists/key";
import { oneOf } from "#lib/lists/read-params";
import { tableSource } from "#lib/lists/table-source";
import { catalogues } from "#lib/messages/catalogues";
import { paths } from "#lib/paths";
import { allowedIn, isAllowed } from "../status.ts";
import { figureFilters } from "./figure-filters.ts";
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

/** The reasons that banks give. */
export const disputeReasons = Object.keys(catalogues.en.disputes.reason);

/** The networks whose cards are disputed. */
export const disputeNetworks = ["visa", "mastercard", "amex", "discover", "jcb", "unionpay"];

const claimFilter = both(
  choiceFilter("reason", {
    words: disputeReasons,
    column: disputes.reason,
    put: (reasons) => ({ reasons }),
    get: ({ reasons }: { reasons: string[] }) => reasons,
  }),
  choiceFilter("network", {
    words: disputeNetworks,
    column: disputes.network,
    put: (networks) => ({ networks }),
    get: ({ networks }: { networks: string[] }) => networks,
  }),
);

/** Whom of the team it was given to, by id. */
const assigneeFilter = idFilter("assignee", {
  column: disputes.assigneeId,
  put: (assignee) => ({ assignee }),
  get: ({ assignee }) => assignee,
});

/** Within how many days an answer is due. */
export const dues = ["1_day", "3_days", "7_days"] as const;
export type Due = (typeof dues)[number];

const daysUntil: Record<Due, number> = { "1_day": 1, "3_days": 3, "7_days": 7 };

/** Those that can be answered, and must be soon. */
const dueFilter: Filter<{ due: Due | null }> = {
  params: ["due"],
  read: ({ one }) => ({ due: one("due", oneOf(dues)) }),
  write: ({ due }) => ({ due }),
  conditions: ({ due }, { now }) =>
    due === null
      ? []
      : [
          { column: disputes.status, among: allowedIn.respond, indexed: true },
          { column: disputes.dueBy, from: now, until: now + daysUntil[due] * day },
        ],
};

interface Stated {
  statuses: DisputeStatus[];
}

/** By deadline, along the index of (tenant, status, deadline, id): what can be answered, and so has one. */
function byDeadline(order: Order) {
  return {
    column: disputes.dueBy,
    behind: disputes.status,
    several: true as const,
    order,
    of: ({ dueBy }: ListedDispute) => dueBy ?? 0,
    suits: ({ statuses }: Stated) => statuses.every((status) => isAllowed("respond", status)),
    complete: <Query extends Stated>(query: Query): Query =>
      query.statuses.length > 0 ? query : { ...query, statuses: [...allowedIn.respond] },
  };
}

/** Every dispute and inquiry. */
export const disputeList = tableSource({
  name: "disputes",
  permission: "disputes:read",
  path: paths.disputes,
  table: disputes,
  filters: both(
    both(
      statusFilter({ words: disputeStatuses, column: disputes.status, indexed: true }),
      daysFilter(disputes.createdAt),
    ),
    both(both(amountFilter(disputes), claimFilter), both(both(assigneeFilter, dueFilter), figureFilters)),
  ),
  sorts: {
    ...creationSorts(disputes),
    ...amountSorts(disputes, ({ amount }: ListedDispute) => amount),
    due_first: byDeadline("ascending"),
    due_last: byDeadline("descending"),
  },
  select: selectDisputes,
  money: disputes,
});

export type DisputeQuery = QueryOf<typeof disputeList>;
