import { addDays, type Day, dayAt, isDay, startOfDay } from "#lib/calendar";
import { oneOf, type QueryParams, type QueryProblem, readParams } from "#lib/lists/read-params";
import { daysOf, type Period, periods } from "#lib/lists/days";
import {
  type RequestFilter,
  type RequestMethod,
  requestMethods,
  type StatusClass,
  statusClasses,
} from "./list-requests.ts";

/** What the address of the log asks for, understood. Days and periods are of the reader's calendar. */
export interface RequestQuery {
  status: StatusClass | null;
  method: RequestMethod | null;
  path: string | null;
  period: Period | null;
  from: Day | null;
  to: Day | null;
  id: string | null;
}

/** Reads what the address asks for. What cannot be understood is left out, and named. */
export function readRequestQuery(params: QueryParams): { query: RequestQuery; problems: QueryProblem[] } {
  const { one, range, problems } = readParams(params);
  const [from, to] = range("from", "to", (text) => (isDay(text) ? text : null));
  const period = one("date", oneOf(periods));
  const query: RequestQuery = {
    status: one("status", oneOf(statusClasses)),
    method: one("method", oneOf(requestMethods)),
    path: one("path", (text) => (text.length <= 500 ? withSlash(text) : null)),
    period: from === null && to === null ? period : null,
    from,
    to,
    id: one("id", (text) => (/^\w{1,100}$/.test(text) ? text : null)),
  };
  return { query, problems };
}

/** The address's words for a query: always the same ones for the same query. */
export function requestQueryParams(query: RequestQuery): URLSearchParams {
  const words: [string, string | null][] = [
    ["status", query.status],
    ["method", query.method],
    ["path", query.path],
    ["date", query.period],
    ["from", query.from],
    ["to", query.to],
    ["id", query.id],
  ];
  return new URLSearchParams(words.flatMap(([name, word]) => (word === null ? [] : [[name, word]])));
}

/** What a query means to the log. `timeZone`: whose days are meant; `now`: milliseconds. */
export function requestFilter(
  query: RequestQuery,
  { timeZone, now }: { timeZone: string; now: number },
): RequestFilter {
  const [from, to] = query.period ? daysOf(query.period, dayAt(now, timeZone)) : [query.from, query.to];
  return {
    id: query.id ?? undefined,
    status: query.status ?? undefined,
    method: query.method ?? undefined,
    path: query.path ?? undefined,
    from: from === null ? undefined : startOfDay(from, timeZone),
    until: to === null ? undefined : startOfDay(addDays(to, 1), timeZone),
  };
}

/** Paths begin with a slash; whoever leaves it out means the same. */
function withSlash(path: string): string {
  return path.startsWith("/") ? path : `/${path}`;
}
