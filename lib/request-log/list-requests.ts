import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { goesDown, type Key, type Order } from "#lib/lists/key";
import {
  type Lane,
  type Listed,
  type Page,
  type PageRequest,
  readPage,
  type Stretch,
} from "#lib/lists/read-page";
import { type RequestSummary, summaryColumns } from "./queries.ts";
import { store } from "./store.ts";
import { flush } from "./write.ts";

/** What came of a request: it succeeded, the client was at fault, or the server. */
export const statusClasses = ["2xx", "4xx", "5xx"] as const;
export type StatusClass = (typeof statusClasses)[number];

export const requestMethods = ["GET", "POST", "DELETE"] as const;
export type RequestMethod = (typeof requestMethods)[number];

export interface RequestFilter {
  id?: string;
  status?: StatusClass;
  method?: RequestMethod;
  /** What the path begins with, such as `/v1/refunds`. */
  path?: string;
  errorCode?: string;
  keyId?: string;
  idempotencyKey?: string;
  /** Only changes: what a call reads is not noted. */
  objectId?: string;
  /** Milliseconds: from (inclusive) until (exclusive). */
  from?: number;
  until?: number;
}

export type ListedRequest = RequestSummary & Listed;

/** How many entries one page looks through at most; then it says where it stopped. */
const entries = 5000;

interface LogPage {
  filter: RequestFilter;
  page: PageRequest;
  /** Newest first unless told otherwise. */
  order?: Order;
}

/** The log, a page at a time. Needs events:read. */
export async function listRequests(
  viewer: Viewer,
  { filter, page, order = "descending" }: LogPage,
): Promise<Page<ListedRequest>> {
  authorize(viewer, "events:read");
  await flush();
  const keyOf = ({ at, id }: ListedRequest) => ({ at, id });
  return readPage([laneOf(viewer, filter, order)], { entries, ...page }, { order, keyOf });
}

/** What an entry must be to fit, in the words of SQL; values by the filter's own names. */
export function conditionsOf(filter: RequestFilter): string[] {
  return [...coveredBy(filter), ...hitsOf(filter)];
}

/** Conditions that an index covers narrow what is looked through; the others say what is a hit. */
function laneOf(viewer: Viewer, filter: RequestFilter, order: Order): Lane<ListedRequest> {
  const covered = coveredBy(filter);
  const hits = conditionsOf(filter);
  const values = { ...filter, environmentId: viewer.environmentId };
  return {
    read: async (stretch, limit) =>
      store()
        .prepare<[object], ListedRequest>(
          `SELECT ${summaryColumns}, at AS createdAt FROM requests ${walk(hits, stretch, order)} LIMIT @limit`,
        )
        .all({ ...values, ...boundsOf(stretch), limit }),
    entry: async (stretch, count) =>
      store()
        .prepare<[object], Key>(
          `SELECT id, at FROM requests ${walk(covered, stretch, order)} LIMIT 1 OFFSET @skip`,
        )
        .get({ ...values, ...boundsOf(stretch), skip: count - 1 }) ?? null,
  };
}

function coveredBy(filter: RequestFilter): string[] {
  const { id, from, until, status, method, objectId, idempotencyKey } = filter;
  const covered = ["environment_id = @environmentId"];
  if (id !== undefined) covered.push("id = @id");
  if (idempotencyKey !== undefined) covered.push("idempotency_key = @idempotencyKey");
  if (objectId !== undefined) covered.push(`id IN (${requestsOfObject})`);
  if (from !== undefined) covered.push("at >= @from");
  if (until !== undefined) covered.push("at < @until");
  if (status === "4xx" || status === "5xx") covered.push("status >= 400");
  else if (method === "POST" || method === "DELETE") covered.push("method <> 'GET'");
  return covered;
}

const requestsOfObject = `
  SELECT request_id FROM request_objects WHERE environment_id = @environmentId AND object_id = @objectId`;

function hitsOf({ status, method, path, errorCode, keyId }: RequestFilter): string[] {
  const hits: string[] = [];
  if (status === "2xx") hits.push("status < 400");
  if (status === "4xx") hits.push("status < 500");
  if (status === "5xx") hits.push("status >= 500");
  if (method !== undefined) hits.push("method = @method");
  if (path !== undefined) hits.push("substr(path, 1, length(@path)) = @path");
  if (errorCode !== undefined) hits.push("error_code = @errorCode");
  if (keyId !== undefined) hits.push("key_id = @keyId");
  return hits;
}

function walk(conditions: string[], { direction, from, until }: Stretch, order: Order): string {
  const [behind, upTo, way] = goesDown(direction, order) ? ["<", ">=", "DESC"] : [">", "<=", "ASC"];
  const where = [...conditions];
  if (from) where.push(`(at, id) ${behind} (@behindAt, @behindId)`);
  if (until) where.push(`(at, id) ${upTo} (@upToAt, @upToId)`);
  return `WHERE ${where.join(" AND ")} ORDER BY at ${way}, id ${way}`;
}

function boundsOf({ from, until }: Stretch) {
  return {
    behindAt: from?.at,
    behindId: from?.id,
    upToAt: until?.at,
    upToId: until?.id,
  };
}
