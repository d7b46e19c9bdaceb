import fc from "fast-check";
import type { Viewer } from "#lib/auth/viewer";
import { requestMethods, statusClasses } from "#lib/request-log/list-requests";
import { flush, logRequest } from "#lib/request-log/write";
import { byCreation, created, moments, one, type Row } from "./asks.ts";
import type { Listing } from "./listing.ts";

const calls = fc.record({
  createdAt: moments,
  method: fc.constantFrom(...requestMethods),
  path: fc.constantFrom("/v1/refunds", "/v1/refunds/re_1", "/v1/customers"),
  status: fc.constantFrom(200, 400, 404, 500),
  idempotencyKey: fc.option(fc.constantFrom("order 1", "order 2")),
  errorCode: fc.option(fc.constantFrom("resource_missing", "card_declined")),
});

/** The log of calls, which lies in a file of its own. */
export function requests(): Promise<Listing> {
  return Promise.resolve({
    fill: logCalls,
    asks: [
      one(
        "status",
        statusClasses,
        ({ status }, word) => Math.floor(Number(status) / 100) === Number(word[0]),
      ),
      one("method", requestMethods, ({ method }, word) => method === word),
      one("path", ["/v1/refunds", "v1/cust", "/v1/refunds/re_1"], ({ path }, word) =>
        String(path).startsWith(word.startsWith("/") ? word : `/${word}`),
      ),
      one("error", ["resource_missing", "parameter_unknown"], ({ errorCode }, word) => errorCode === word),
      one("idempotency", ["order 1", "order 3"], ({ idempotencyKey }, word) => idempotencyKey === word),
      one("id", ["req_1", "req_none"], ({ id }, word) => id === word),
      created,
    ],
    orders: byCreation,
  });
}

async function logCalls({ environmentId }: Viewer): Promise<Row[]> {
  const rows = fc.sample(calls, { numRuns: 80, seed: 4 }).map(({ errorCode, ...call }, at) => ({
    ...call,
    id: `req_${(at * 37) % 83}`,
    errorCode: call.status < 400 ? null : errorCode,
  }));
  const asker = { keyId: "key_1", apiVersion: "2026-01-01", address: null, userAgent: null };
  const plain = { ...asker, duration: 1, replayOf: null, params: {} };
  for (const { createdAt: at, errorCode, ...call } of rows) {
    const body = errorCode === null ? {} : { error: { type: "invalid_request_error", code: errorCode } };
    logRequest({ environmentId, at, body, ...plain, ...call });
  }
  await flush();
  return rows;
}
