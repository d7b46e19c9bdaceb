import { type DomainError, isDomainError, revive } from "#lib/errors";
import { log } from "#lib/log";
import { authenticate, type Authenticated, keyInHeader, permissionMessage } from "./authenticate.ts";
import { errorBody, failureBody } from "./error-body.ts";
import { addressOf, type Exchange, type Reply } from "./exchange.ts";

/** What the caller is told of an error: its own words, or that it is ours and logged. */
export function replyToError(exchange: Exchange, error: unknown): Reply {
  const context = { requestId: exchange.id, environment: exchange.authenticated?.key.environment ?? null };
  if (isDomainError(error)) {
    const told = inTermsOfKeys(error, exchange.authenticated);
    const { status, limitedBy, retryAfter } = told.facts;
    return { status, body: errorBody(told, context), limitedBy, retryAfter };
  }
  log.error({ err: error, requestId: exchange.id, method: exchange.method }, "an API request failed");
  return { status: 500, body: failureBody(context) };
}

/** 404 for a path that is not built. A good key is looked up all the same, so that the log shows the attempt. */
export async function unrecognizedUrl(exchange: Exchange): Promise<DomainError> {
  const key = keyInHeader(exchange.request);
  if (key) exchange.authenticated = await authenticate(key, addressOf(exchange.request)).catch(() => null);
  const hint = exchange.path.endsWith("/") && exchange.path.length > 4 ? trailingSlash : "";
  return revive(
    { status: 404, type: "invalid_request_error" },
    `Unrecognized request URL (${exchange.method}: ${exchange.path.slice(0, 300)}). ${hint}Please see ` +
      "https://stripe.com/docs or we can help at https://support.stripe.com/.",
  );
}

/** A key has no administrator to ask. */
function inTermsOfKeys(error: DomainError, authenticated: Authenticated | null): DomainError {
  const permission = error.facts.extra?.permission;
  if (!authenticated || error.facts.status !== 403 || typeof permission !== "string") return error;
  return revive({ status: 403, type: "invalid_request_error" }, permissionMessage(authenticated, permission));
}

const trailingSlash =
  "If you are trying to list objects, remove the trailing slash. If you are trying to retrieve an object, make sure " +
  "you passed a valid (non-empty) identifier in your code. ";
