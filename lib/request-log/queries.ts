import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { concealRequest } from "#lib/discretion/conceal-request";
import { idsWithin, namesAbout } from "#lib/discretion/names-of";
import { notFound } from "#lib/errors";
import type { RequestLogEntry } from "./entry.ts";
import { store } from "./store.ts";
import { flush } from "./write.ts";

/** What a line of the log shows: everything but the bodies. */
export type RequestSummary = Omit<RequestLogEntry, "params" | "response">;

export const summaryColumns = `
  requests.id, requests.environment_id AS environmentId, requests.at, method, path, status, duration,
  key_id AS keyId, api_version AS apiVersion, address, user_agent AS userAgent,
  idempotency_key AS idempotencyKey, replay_of AS replayOf, error_type AS errorType, error_code AS errorCode`;

/** One call with its bodies, or a 404. Needs events:read. */
export async function getRequest(viewer: Viewer, id: string): Promise<RequestLogEntry> {
  authorize(viewer, "events:read");
  await flush();
  const row = store().prepare<[number, string], RequestLogEntry>(oneSql).get(viewer.environmentId, id);
  if (!row) throw notFound("request", id);
  return viewer.conceal ? concealRequest(row, await namesAbout(viewer, idsWithin(bodiesOf(row)))) : row;
}

function bodiesOf({ path, params, response }: RequestLogEntry): string {
  return [path, params, response].join("\n");
}

/** Whether this environment's log has the call. */
export async function hasRequest(viewer: Viewer, id: string): Promise<boolean> {
  await flush();
  return store().prepare<[number, string]>(existsSql).get(viewer.environmentId, id) !== undefined;
}

/** The changes that were about an object, newest first, at most `limit`. Needs events:read. */
export async function requestsAbout(viewer: Viewer, objectId: string, limit = 20): Promise<RequestSummary[]> {
  authorize(viewer, "events:read");
  await flush();
  return store()
    .prepare<[object], RequestSummary>(aboutSql)
    .all({ environmentId: viewer.environmentId, objectId, limit });
}

/** The ids of what a change was about; none for a call that only read. Needs events:read. */
export function objectsOfRequest(viewer: Viewer, { id, at }: Pick<RequestLogEntry, "id" | "at">): string[] {
  authorize(viewer, "events:read");
  return store()
    .prepare<[number, number, string], string>(objectsSql)
    .pluck()
    .all(viewer.environmentId, at, id);
}

const oneSql = `SELECT ${summaryColumns}, params, response FROM requests WHERE environment_id = ? AND id = ?`;

const existsSql = "SELECT 1 FROM requests WHERE environment_id = ? AND id = ?";

const aboutSql = `
  SELECT ${summaryColumns} FROM request_objects
  JOIN requests ON requests.environment_id = request_objects.environment_id
    AND requests.id = request_objects.request_id
  WHERE request_objects.environment_id = @environmentId AND object_id = @objectId
  ORDER BY request_objects.at DESC, request_objects.request_id DESC LIMIT @limit`;

const objectsSql = `
  SELECT object_id FROM request_objects
  WHERE environment_id = ? AND at = ? AND request_id = ? ORDER BY object_id`;
