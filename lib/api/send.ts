import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from "node:http";
import { type Download, downloadHeaders, sendContents } from "#lib/files/download";
import type { Exchange, Reply } from "./exchange.ts";

/** Sends the answer with the headers that clients read. */
export function send(response: ServerResponse, exchange: Exchange, reply: Reply): void {
  if (reply.download) return sendDownload(response, exchange, reply.download);
  const text = `${JSON.stringify(reply.body, null, isReadByPeople(exchange.request) ? 2 : 0)}\n`;
  const headers: OutgoingHttpHeaders = {
    "Content-Type": "application/json",
    "Content-Length": Buffer.byteLength(text),
    "Cache-Control": "no-cache, no-store",
    "Request-Id": exchange.id,
    "Stripe-Version": exchange.version,
  };
  if (exchange.idempotencyKey !== null) headers["Idempotency-Key"] = headerText(exchange.idempotencyKey);
  if (reply.original !== undefined) headers["Original-Request"] = reply.original;
  if (reply.replayed) headers["Idempotent-Replayed"] = "true";
  if (reply.status >= 400) addErrorHeaders(headers, exchange, reply);
  if (exchange.request.headers.origin !== undefined) Object.assign(headers, crossOrigin);
  response.writeHead(reply.status, headers);
  response.end(text);
}

function sendDownload(response: ServerResponse, exchange: Exchange, download: Download): void {
  response.writeHead(200, {
    ...downloadHeaders(download, "attachment"),
    "Request-Id": exchange.id,
    "Stripe-Version": exchange.version,
  });
  sendContents(response, download);
}

/** A browser asks before it sends a publishable key from another origin. */
export function sendPreflight(request: IncomingMessage, response: ServerResponse): void {
  response.writeHead(204, {
    ...crossOrigin,
    "Access-Control-Allow-Headers": request.headers["access-control-request-headers"] ?? "Authorization",
  });
  response.end();
}

function addErrorHeaders(
  headers: OutgoingHttpHeaders,
  { method }: Exchange,
  { status, limitedBy, retryAfter }: Reply,
): void {
  if (status === 401) headers["WWW-Authenticate"] = 'Basic realm="Comptoir"';
  // What is left of a body that is too large is not read.
  if (status === 413) headers.Connection = "close";
  if (retryAfter !== undefined) headers["Retry-After"] = retryAfter;
  if (limitedBy !== undefined) headers["Stripe-Rate-Limited-Reason"] = limitedBy;
  const retry = limitedBy === undefined ? (method === "GET" ? undefined : shouldRetry[status]) : "false";
  if (retry !== undefined) headers["Stripe-Should-Retry"] = retry;
}

/** Client libraries call themselves …Bindings; curl, the command line and browsers show what they get. */
function isReadByPeople({ headers }: IncomingMessage): boolean {
  const agent = headers["user-agent"];
  return agent !== undefined && !agent.includes("Bindings/");
}

/** Where the status alone would mislead a client about sending the same once more. */
const shouldRetry: Partial<Record<number, "true" | "false">> = {
  400: "false",
  402: "false",
  409: "true",
  429: "true",
};

const crossOrigin = {
  "Access-Control-Allow-Origin": "*",
  "Access-Control-Allow-Methods": "GET, POST, DELETE, OPTIONS",
  "Access-Control-Expose-Headers":
    "Request-Id, Stripe-Version, Stripe-Should-Retry, Stripe-Rate-Limited-Reason, " + "Idempotent-Replayed",
  "Access-Control-Max-Age": "300",
};

/** Header values are Latin-1 in Node: other characters are not echoed. */
function headerText(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, "?");
}
