import type { IncomingMessage } from "node:http";
import type { RequestFacts, Viewer } from "#lib/auth/viewer";
import { forbidden, invalid, revive, unauthenticated } from "#lib/errors";
import { isAllowedFrom } from "#lib/keys/allowed-addresses";
import { findKey, type FoundKey } from "#lib/keys/find-key";
import { maskedKey } from "#lib/keys/key-text";
import { noteUse } from "#lib/keys/last-use";
import { isInUse } from "#lib/keys/state";
import { scopeFor, scopeOf } from "#lib/keys/scopes";
import { viewerOfKey } from "#lib/keys/viewer-of-key";
import type { Endpoint } from "./endpoint.ts";
import { secretKeyRequired } from "./sees.ts";

export interface Authenticated {
  key: FoundKey;
  text: string;
}

/** One header's value; several are one list. */
export function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(", ") : value;
}

/** The key in the Authorization header: as bearer, or as the user name of basic authentication. */
export function keyInHeader(request: IncomingMessage): string | null {
  const header = request.headers.authorization;
  if (header === undefined) return null;
  const [scheme = "", value = ""] = header.trim().split(/\s+/, 2);
  if (scheme.toLowerCase() === "bearer") return value || null;
  if (scheme.toLowerCase() !== "basic") return null;
  const [user = ""] = Buffer.from(value, "base64").toString().split(":", 1);
  return user || null;
}

/**
 * Finds out whose key this is. Throws 401 for none, an unknown, a revoked or an expired one, 403 for a locked place
 * and for a key that may not be used from this address.
 */
export async function authenticate(text: string | null, address: string | null): Promise<Authenticated> {
  if (text === null) throw unauthenticated(missing);
  const key = text.length > 300 ? null : await findKey(text);
  if (!key) throw unauthenticated(`Invalid API Key provided: ${maskedKey(text)}`);
  const now = Date.now() + key.environment.clockOffset;
  if (!isInUse(key, now)) throw expired(text);
  if (key.allowedAddresses && !isAllowedFrom(key.allowedAddresses, address)) throw elsewhere(text, address);
  if (key.locked) throw revive({ status: 403, type: "invalid_request_error" }, locked);
  noteUse(key, now);
  return { key, text };
}

/** Refuses to act for another account: there is only the key's own. */
export function assertOwnAccount(header: string | undefined, { key, text }: Authenticated): void {
  if (header === undefined || header === "" || header === key.environment.accountId) return;
  throw revive(
    { status: 403, type: "invalid_request_error", code: "account_invalid" },
    `The provided key '${maskedKey(text)}' does not have access to account '${header.slice(0, 60)}' ` +
      `(or that account does not exist). Application access may have been revoked.`,
  );
}

/** Who asks, with what the key may do at this endpoint. Throws 403 when that is not enough. */
export function viewerAt(endpoint: Endpoint, authenticated: Authenticated, facts: RequestFacts): Viewer {
  const viewer = viewerOfKey(authenticated.key, facts);
  if (viewer.publishable) {
    if (!endpoint.publishable) throw secretKeyRequired();
    return { ...viewer, permissions: new Set(endpoint.publishable) };
  }
  if (viewer.kinds && !authenticated.key.permissions?.some((scope) => opens(scope, endpoint))) {
    throw forbidden(scopeFor(endpoint));
  }
  if (!viewer.permissions.has(endpoint.permission)) throw forbidden(endpoint.permission);
  return viewer;
}

/** What a 403 about a permission says to the holder of a key. */
export function permissionMessage({ key, text }: Authenticated, permission: string): string {
  return (
    `The provided key '${maskedKey(text)}' does not have the required permissions for this endpoint on account ` +
    `'${key.environment.accountId}'. Having the '${permission}' permission would allow this request to continue.`
  );
}

function opens(scope: string, endpoint: Endpoint): boolean {
  return scope === scopeFor(endpoint) || scope === scopeOf(endpoint.object, "write");
}

function elsewhere(text: string, address: string | null) {
  return revive(
    { status: 403, type: "invalid_request_error" },
    `The provided key '${maskedKey(text)}' may not be used from the address ${address ?? "of this request"}. Allow ` +
      "it on the key's page of your dashboard.",
  );
}

function expired(text: string) {
  const facts = { status: 401, type: "invalid_request_error", code: "api_key_expired" } as const;
  return revive(facts, `Expired API Key provided: ${maskedKey(text)}`);
}

/** The idempotency key of a request, if it may have one. */
export function idempotencyKeyOf(request: IncomingMessage): string | null {
  const key = headerOf(request, "idempotency-key");
  if (!key) return null;
  if (key.length > 255) {
    throw invalid(`Invalid idempotency key: it has ${key.length} characters, and 255 at most are allowed.`, {
      code: "idempotency_key_too_long",
    });
  }
  return key;
}

const missing =
  "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth " +
  "(e.g. 'Authorization: Bearer YOUR_SECRET_KEY'). See https://stripe.com/docs/api#authentication for details, or we " +
  "can help at https://support.stripe.com/.";

const locked =
  "This environment is locked until a payment processor is connected to it. Use the keys of your test environment.";
