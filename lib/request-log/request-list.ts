import { createdWithin, type Days, readDays } from "#lib/lists/days";
import { type ListSource, type Reading, readingOf, type Sorted } from "#lib/lists/list-source";
import { idIn } from "#lib/lists/id-in";
import { oneOf } from "#lib/lists/read-params";
import { paths } from "#lib/paths";
import { countRequests } from "./count-requests.ts";
import {
  type ListedRequest,
  listRequests,
  type RequestFilter,
  type RequestMethod,
  requestMethods,
  type StatusClass,
  statusClasses,
} from "./list-requests.ts";

/** What the address of the log asks for, understood. Days are of the reader's calendar. */
export interface RequestQuery extends Sorted, Days {
  status: StatusClass | null;
  method: RequestMethod | null;
  path: string | null;
  error: string | null;
  /** What a change was about. */
  object: string | null;
  key: string | null;
  idempotency: string | null;
  id: string | null;
}

/** Every call of the API. It is read from a file of its own, so that no export or run goes along it. */
export const requestList: ListSource<ListedRequest, RequestQuery> = {
  name: "requests",
  permission: "events:read",
  path: paths.requestLogs,
  params: ["status", "method", "path", "error", "object", "key", "idempotency", "date", "from", "to", "id"],
  sorts: ["newest", "oldest"],
  read: (reader, _reading, sort) => ({
    status: reader.one("status", oneOf(statusClasses)),
    method: reader.one("method", oneOf(requestMethods)),
    path: reader.one("path", (text) => (text.length <= 500 ? withSlash(text) : null)),
    error: reader.one("error", wordIn),
    object: reader.one("object", idIn),
    key: reader.one("key", wordIn),
    idempotency: reader.one("idempotency", (text) => (text.length <= 255 ? text : null)),
    ...readDays(reader),
    id: reader.one("id", wordIn),
    sort,
  }),
  write: ({ status, method, path, error, object, key, idempotency, period, from, to, id }) => ({
    ...{ status, method, path, error, object, key, idempotency, id },
    ...{ date: period, from, to },
  }),
  page: (viewer, query, page) =>
    listRequests(viewer, {
      filter: filterOf(query, readingOf(viewer)),
      page,
      order: query.sort === "oldest" ? "ascending" : "descending",
    }),
  sum: async (scope, query, reading) => [
    { currency: null, count: countRequests(scope, filterOf(query, reading)), amount: 0 },
  ],
  lets() {
    throw new RangeError("The log is not a table of the database");
  },
};

function filterOf(
  { id, status, method, path, error, object, key, idempotency, ...days }: RequestQuery,
  reading: Reading,
): RequestFilter {
  const { createdFrom, createdUntil } = createdWithin(days, reading);
  return {
    id: id ?? undefined,
    status: status ?? undefined,
    method: method ?? undefined,
    path: path ?? undefined,
    errorCode: error ?? undefined,
    objectId: object ?? undefined,
    keyId: key ?? undefined,
    idempotencyKey: idempotency ?? undefined,
    from: createdFrom,
    until: createdUntil,
  };
}

function wordIn(text: string): string | null {
  return /^\w{1,100}$/.test(text) ? text : null;
}

/** Paths begin with a slash; whoever leaves it out means the same. */
function withSlash(path: string): string {
  return path.startsWith("/") ? path : `/${path}`;
}
