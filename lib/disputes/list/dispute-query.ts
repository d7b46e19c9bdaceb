import type { DisputeStatus } from "#db/schema/disputes";
import { createdWithin, type Days, readDays } from "#lib/lists/days";
import {
  oneOf,
  type QueryParams,
  type QueryProblem,
  readParams,
  saysJust,
  writeParams,
} from "#lib/lists/read-params";
import type { DisputeFilters } from "../browse-disputes.ts";

export const disputeStatuses = [
  "needs_response",
  "under_review",
  "won",
  "lost",
  "warning_needs_response",
  "warning_under_review",
  "warning_closed",
] as const satisfies readonly DisputeStatus[];

/** What the address of the list of disputes asks for, understood. */
export interface DisputeQuery extends Days {
  statuses: DisputeStatus[];
}

const filterParams = ["status", "date", "from", "to"] as const;

/** Reads what the address asks for. What cannot be understood is left out, and named. */
export function readDisputeQuery(params: QueryParams): { query: DisputeQuery; problems: QueryProblem[] } {
  const reader = readParams(params);
  const query = { statuses: reader.many("status", oneOf(disputeStatuses)), ...readDays(reader) };
  return { query, problems: reader.problems };
}

/** The address's words for a query: always the same ones for the same query. */
export function disputeQueryParams({ statuses, period, from, to }: DisputeQuery): URLSearchParams {
  return writeParams({ status: statuses, date: period, from, to }, filterParams);
}

/** Whether the address says the query in the words `disputeQueryParams` would use. */
export function isSpelledOut(params: QueryParams, query: DisputeQuery): boolean {
  return saysJust(params, disputeQueryParams(query), filterParams);
}

/** What a query means to the list of disputes. `timeZone`: whose days are meant; `now`: milliseconds. */
export function disputeFilters(query: DisputeQuery, when: { timeZone: string; now: number }): DisputeFilters {
  return { statuses: query.statuses, ...createdWithin(query, when) };
}
