import { shared } from "#db/shared";
import { writeUses } from "#lib/keys/last-use";
import { log } from "#lib/log";
import { type AnsweredRequest, bodyToKeep, type RequestLogEntry } from "./entry.ts";
import { maskSecrets, maskedJson } from "./mask.ts";
import { closeStore, store } from "./store.ts";
import { tellWatchers } from "./watch.ts";

const batch = 200;
const patience = 200;
const nothing = {};

const queue = shared<{ waiting: AnsweredRequest[]; timer: NodeJS.Timeout | null }>(
  "request-log.queue",
  () => ({
    waiting: [],
    timer: null,
  }),
);

/** Remembers a call; written with others, a moment later. */
export function logRequest(request: AnsweredRequest): void {
  tellWatchers(request);
  // What is not kept is let go at once: answers that wait for the batch would outlive the young generation.
  queue.waiting.push(keepsAnswer(request) ? request : { ...request, body: nothing });
  if (queue.waiting.length >= batch) writeBatch();
  else queue.timer ??= setTimeout(writeBatch, patience).unref();
}

/** Writes everything that waits: for tests, readers of the log and the end of the process. */
export async function flush(): Promise<void> {
  while (queue.waiting.length > 0) writeBatch();
  await writeUses();
}

/** Writes what waits and closes the log's file, at the end of the process. */
export async function closeRequestLog(): Promise<void> {
  await flush();
  closeStore();
}

function writeBatch(): void {
  if (queue.timer) clearTimeout(queue.timer);
  queue.timer = null;
  const requests = queue.waiting.splice(0, batch);
  try {
    insertAll(requests);
  } catch (error) {
    // The calls are answered and their effects durable: a full disk must not take the server down for its log.
    log.error({ err: error, lost: requests.length }, "the request log could not be written");
  }
  writeUses().catch((error: unknown) =>
    log.error({ err: error }, "the last use of keys could not be written"),
  );
}

function insertAll(requests: AnsweredRequest[]): void {
  const database = store();
  const request = database.prepare(insertRequest);
  const object = database.prepare(insertObject);
  database.transaction(() => {
    for (const answered of requests) {
      const entry = fitToKeep(answered);
      request.run(columns.map((name) => entry[name]));
      for (const objectId of objectsOf(answered)) {
        object.run(answered.environmentId, objectId, answered.at, answered.id);
      }
    }
  })();
}

function fitToKeep({ params, body, ...request }: AnsweredRequest): RequestLogEntry {
  const { errorType, errorCode } = errorOf(body);
  return {
    ...request,
    path: maskSecrets(request.path).slice(0, 1000),
    userAgent: request.userAgent ? maskSecrets(request.userAgent).slice(0, 500) : null,
    errorType,
    errorCode,
    params: Object.keys(params).length > 0 ? bodyToKeep(maskedJson(params)) : null,
    response: keepsAnswer(request) ? bodyToKeep(maskedJson(body)) : null,
  };
}

/** Of a read that succeeded the answer is not kept. */
function keepsAnswer({ method, status }: Pick<AnsweredRequest, "method" | "status">): boolean {
  return method !== "GET" || status >= 400;
}

function errorOf(body: object): { errorType: string | null; errorCode: string | null } {
  const error = "error" in body && typeof body.error === "object" && body.error !== null ? body.error : {};
  return { errorType: textIn(error, "type"), errorCode: textIn(error, "code") };
}

/** What a change was about: what its path and its answer name. Reads are found by time alone. */
function objectsOf({ method, path, body }: AnsweredRequest): Set<string> {
  if (method === "GET") return new Set();
  const object = "error" in body && typeof body.error === "object" && body.error !== null ? body.error : body;
  const named = ["id", "payment_intent", "charge", "customer", "payment_method"].map((name) =>
    textIn(object, name),
  );
  const inPath = path.split("/").filter((part) => /^[a-z]+_\w+$/.test(part) && /[0-9A-Z]/.test(part));
  return new Set([...inPath, ...named.filter((id) => id !== null)]);
}

function textIn(object: object, name: string): string | null {
  const member: unknown = new Map<string, unknown>(Object.entries(object)).get(name);
  if (typeof member === "string") return member;
  return typeof member === "object" && member !== null && "id" in member && typeof member.id === "string"
    ? member.id
    : null;
}

/** In the table's order. */
const columns = [
  "environmentId",
  "id",
  "at",
  "method",
  "path",
  "status",
  "duration",
  "keyId",
  "apiVersion",
  "address",
  "userAgent",
  "idempotencyKey",
  "replayOf",
  "errorType",
  "errorCode",
  "params",
  "response",
] as const satisfies readonly (keyof RequestLogEntry)[];

const insertRequest = `INSERT OR IGNORE INTO requests VALUES (${columns.map(() => "?").join()})`;

const insertObject = "INSERT OR IGNORE INTO request_objects VALUES (?, ?, ?, ?)";
