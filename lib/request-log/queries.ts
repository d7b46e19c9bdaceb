import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";
import type { RequestLogEntry } from "./entry.ts";
import { store } from "./store.ts";
import { flush } from "./write.ts";

/** What a page of the log shows: everything but the bodies. */
export type RequestSummary = Omit<RequestLogEntry, "params" | "response">;

export interface RequestFilter {
  outcome?: "succeeded" | "failed";
  method?: "GET" | "POST" | "DELETE";
  /** What the path begins with, such as `/v1/refunds`. */
  path?: string;
  errorCode?: string;
  keyId?: string;
  /** Milliseconds: from (inclusive) until (exclusive). */
  from?: number;
  until?: number;
}

export interface RequestPage {
  requests: RequestSummary[];
  /** Hand it in as `after` for what came before; null when there is nothing more. */
  next: RequestCursor | null;
}

export interface RequestCursor {
  at: number;
  id: string;
}

/** How many entries one page looks through at most; then it says where it stopped. */
const bound = 5000;

/** The log, newest first. A page with few hits and a `next` has looked through its share: ask on. Needs events:read. */
export async function listRequests(
  viewer: Viewer,
  filter: RequestFilter,
  page: { limit: number; after?: RequestCursor | null },
): Promise<RequestPage> {
  authorize(viewer, "events:read");
  await flush();
  const values = valuesOf(viewer, filter, page.after);
  const scan = store().prepare<[object], RequestSummary & { hit: 0 | 1 }>(scanSql(filter));
  const requests: RequestSummary[] = [];
  let last: RequestCursor | null = null;
  let looked = 0;
  for (const { hit, ...request } of scan.iterate({ ...values, bound })) {
    if (requests.length === page.limit) return { requests, next: last };
    looked++;
    last = { at: request.at, id: request.id };
    if (hit === 1) requests.push(request);
  }
  return { requests, next: looked === bound ? last : null };
}

/** One call with its bodies, or a 404. Needs events:read. */
export async function getRequest(viewer: Viewer, id: string): Promise<RequestLogEntry> {
  authorize(viewer, "events:read");
  await flush();
  const row = store().prepare<[number, string], RequestLogEntry>(oneSql).get(viewer.environmentId, id);
  if (!row) throw notFound("request", id);
  return row;
}

/** The changes that were about an object, newest first, at most `limit`. Needs events:read. */
export async function requestsAbout(viewer: Viewer, objectId: string, limit = 20): Promise<RequestSummary[]> {
  authorize(viewer, "events:read");
  await flush();
  return store()
    .prepare<[object], RequestSummary>(aboutSql)
    .all({ environmentId: viewer.environmentId, objectId, limit });
}

const summary = `
  requests.id, requests.environment_id AS environmentId, requests.at, method, path, status, duration,
  key_id AS keyId, api_version AS apiVersion, address, user_agent AS userAgent,
  idempotency_key AS idempotencyKey, replay_of AS replayOf, error_type AS errorType, error_code AS errorCode`;

const oneSql = `SELECT ${summary}, params, response FROM requests WHERE environment_id = ? AND id = ?`;

const aboutSql = `
  SELECT ${summary} FROM request_objects
  JOIN requests ON requests.environment_id = request_objects.environment_id
    AND requests.id = request_objects.request_id
  WHERE request_objects.environment_id = @environmentId AND object_id = @objectId
  ORDER BY request_objects.at DESC, request_objects.request_id DESC LIMIT @limit`;

/** Conditions that an index covers narrow what is looked through; the others say what is a hit. */
function scanSql(filter: RequestFilter): string {
  const covered = ["environment_id = @environmentId"];
  if (filter.from !== undefined) covered.push("at >= @from");
  if (filter.until !== undefined) covered.push("at < @until");
  covered.push("(@cursorAt IS NULL OR (at, id) < (@cursorAt, @cursorId))");
  if (filter.outcome === "failed") covered.push("status >= 400");
  else if (filter.method === "POST" || filter.method === "DELETE") covered.push("method <> 'GET'");

  const hit = ["1"];
  if (filter.outcome === "succeeded") hit.push("status < 400");
  if (filter.method !== undefined) hit.push("method = @method");
  if (filter.path !== undefined) hit.push("substr(path, 1, length(@path)) = @path");
  if (filter.errorCode !== undefined) hit.push("error_code = @errorCode");
  if (filter.keyId !== undefined) hit.push("key_id = @keyId");
  return `
    SELECT ${summary}, (${hit.join(" AND ")}) AS hit FROM requests
    WHERE ${covered.join(" AND ")} ORDER BY at DESC, id DESC LIMIT @bound`;
}

function valuesOf(viewer: Viewer, filter: RequestFilter, after: RequestCursor | null | undefined) {
  return {
    environmentId: viewer.environmentId,
    cursorAt: after?.at ?? null,
    cursorId: after?.id ?? null,
    from: filter.from ?? null,
    until: filter.until ?? null,
    method: filter.method ?? null,
    path: filter.path ?? null,
    errorCode: filter.errorCode ?? null,
    keyId: filter.keyId ?? null,
  };
}
