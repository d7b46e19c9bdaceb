import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { apiVersion } from "#lib/api-version";
import type { RequestFacts, Viewer } from "#lib/auth/viewer";
import type { Download } from "#lib/files/download";
import { config } from "#lib/config";
import { newId } from "#lib/ids";
import { logRequest } from "#lib/request-log/write";
import type { Authenticated } from "./authenticate.ts";
import { hashOf, type Params } from "./form-values.ts";

/** One request on its way through; what is learned of it is filled in. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly id: string;
  /** Milliseconds of the monotonic clock. */
  readonly begun: number;
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly params: Params;
  /** What is known of a file that came in, under its parameter's name. */
  uploaded: Params | null;
  version: string;
  idempotencyKey: string | null;
  /** Null until the key is known to be good. */
  authenticated: Authenticated | null;
  /** Null until it is known what the key may do here. */
  viewer: Viewer | null;
}

/** What is sent. */
export interface Reply {
  status: number;
  body: object;
  /** Sent in the body's place. */
  download?: Download;
  /** The request that was first answered with its idempotency key: this one, or the one that is replayed. */
  original?: string;
  replayed?: boolean;
  /** The kind of limit that kept it from being carried out. */
  limitedBy?: string;
  /** After how many seconds it is worth another try. */
  retryAfter?: number;
}

export function beginExchange(request: IncomingMessage): Exchange {
  const url = request.url ?? "/";
  const mark = url.indexOf("?");
  return {
    request,
    id: newId("req", Date.now()),
    begun: performance.now(),
    method: request.method ?? "GET",
    path: mark < 0 ? url : url.slice(0, mark),
    query: mark < 0 ? "" : url.slice(mark + 1),
    params: hashOf(),
    uploaded: null,
    version: apiVersion,
    idempotencyKey: null,
    authenticated: null,
    viewer: null,
  };
}

/** What commands and events know of the request. */
export function factsOf({ id, idempotencyKey, request }: Exchange): RequestFacts {
  return {
    id,
    idempotencyKey,
    address: addressOf(request),
    userAgent: request.headers["user-agent"] ?? null,
    origin: originOf(request.headers),
  };
}

/** Puts the request into the log of its environment, once it is answered. Strangers' requests belong to none. */
export function remember(exchange: Exchange, { status, body, original, replayed }: Reply): void {
  const { request, authenticated, begun } = exchange;
  if (!authenticated) return;
  const { environment, id: keyId } = authenticated.key;
  logRequest({
    id: exchange.id,
    environmentId: environment.id,
    at: Date.now() + environment.clockOffset,
    method: exchange.method,
    path: exchange.path,
    status,
    duration: performance.now() - begun,
    keyId,
    apiVersion: exchange.version,
    address: addressOf(request),
    userAgent: request.headers["user-agent"] ?? null,
    idempotencyKey: exchange.idempotencyKey,
    replayOf: replayed ? (original ?? null) : null,
    params: { ...exchange.params, ...exchange.uploaded },
    body,
  });
}

/** Behind a proxy that is not told to say so, only the host is known: where it is ours, so is the scheme. */
function originOf(headers: IncomingHttpHeaders): string {
  const { publicUrl } = config();
  const host = headers["x-forwarded-host"] ?? headers.host;
  if (typeof host !== "string" || host === new URL(publicUrl).host) return publicUrl;
  return `${headers["x-forwarded-proto"] === "https" ? "https" : "http"}://${host}`;
}

/** Whatever stands in front of the API has settled which forwarded address may be believed. */
export function addressOf({ headers, socket }: IncomingMessage): string | null {
  const forwarded = headers["x-forwarded-for"];
  return (typeof forwarded === "string" ? forwarded : socket.remoteAddress) ?? null;
}
