import type { RefundStatus } from "#db/schema/payments";
import { createdWithin, type Days, readDays } from "#lib/lists/days";
import {
  oneOf,
  type QueryParams,
  type QueryProblem,
  readParams,
  saysJust,
  writeParams,
} from "#lib/lists/read-params";
import type { RefundFilters } from "../list-refunds.ts";

export const refundStatuses = [
  "succeeded",
  "pending",
  "failed",
  "canceled",
  "requires_action",
] as const satisfies readonly RefundStatus[];

/** What the address of the list of refunds asks for, understood. */
export interface RefundQuery extends Days {
  statuses: RefundStatus[];
}

const filterParams = ["status", "date", "from", "to"] as const;

/** Reads what the address asks for. What cannot be understood is left out, and named. */
export function readRefundQuery(params: QueryParams): { query: RefundQuery; problems: QueryProblem[] } {
  const reader = readParams(params);
  const query = { statuses: reader.many("status", oneOf(refundStatuses)), ...readDays(reader) };
  return { query, problems: reader.problems };
}

/** The address's words for a query: always the same ones for the same query. */
export function refundQueryParams({ statuses, period, from, to }: RefundQuery): URLSearchParams {
  return writeParams({ status: statuses, date: period, from, to }, filterParams);
}

/** Whether the address says the query in the words `refundQueryParams` would use. */
export function isSpelledOut(params: QueryParams, query: RefundQuery): boolean {
  return saysJust(params, refundQueryParams(query), filterParams);
}

/** What a query means to the list of refunds. `timeZone`: whose days are meant; `now`: milliseconds. */
export function refundFilters(query: RefundQuery, when: { timeZone: string; now: number }): RefundFilters {
  return { statuses: query.statuses, ...createdWithin(query, when) };
}
