import type { ErrorFacts, ErrorType } from "#db/schema/stored-error";

export type { ErrorFacts } from "#db/schema/stored-error";

const brand = Symbol.for("comptoir.error");

/**
 * What went wrong, in a sentence that says what to do. Recognised by its brand, not `instanceof`:
 * server and Next each hold their own copy of this module.
 */
export interface DomainError extends Error {
  readonly [brand]: true;
  readonly facts: ErrorFacts;
}

/** Whether an error is the core's own answer; anything else is a mistake of ours. */
export function isDomainError(error: unknown): error is DomainError {
  return typeof error === "object" && error !== null && brand in error;
}

function domainError(facts: ErrorFacts, message: string): DomainError {
  return Object.assign(new Error(message), { [brand]: true as const, facts });
}

/** 400: the request cannot be carried out as it is. */
export function invalid(message: string, facts: Pick<ErrorFacts, "code" | "param" | "lists" | "extra"> = {}) {
  return domainError({ status: 400, type: "invalid_request_error", ...facts }, message);
}

/** 404, in the words existing clients match on; also for another tenant's object. */
export function notFound(kind: string, id: string, param = "id") {
  const message = `No such ${kind}: '${id}'`;
  return domainError(
    { status: 404, type: "invalid_request_error", code: "resource_missing", param },
    message,
  );
}

/** 403: a permission is missing. */
export function forbidden(permission: string) {
  const message = `This needs the permission ${permission}. Ask an administrator of the account for a role that has it.`;
  return domainError(
    { status: 403, type: "invalid_request_error", code: "permission_denied", extra: { permission } },
    message,
  );
}

/** 403: whoever is signed in has to prove once more who they are. */
export function proofNeeded() {
  const message = "Prove once more who you are, then do this again.";
  return domainError({ status: 403, type: "invalid_request_error", code: "proof_needed" }, message);
}

/** 401: nobody, or nobody we know. */
export function unauthenticated(message: string) {
  return domainError({ status: 401, type: "invalid_request_error" }, message);
}

/** 402: the bank or the network said no. */
export function cardError(
  message: string,
  facts: { code: string; declineCode?: string; param?: string; extra?: Record<string, unknown> },
) {
  return domainError({ status: 402, type: "card_error", ...facts }, message);
}

/** 409: somebody else is at it. */
export function conflict(message: string, code: string, type: ErrorType = "invalid_request_error") {
  return domainError({ status: 409, type, code }, message);
}

/** 400: the key was used for something else. */
export function idempotencyMismatch(message: string) {
  return domainError({ status: 400, type: "idempotency_error" }, message);
}

/** 429: somebody asks too often. */
export function tooManyRequests(message: string, code = "rate_limit") {
  return domainError({ status: 429, type: "rate_limit_error", code }, message);
}

const lockTimeout = "lock_timeout";

/** 429, in the words existing clients match on: another request, its operation, is changing the same object. */
export function busy(operationId: string | null) {
  return domainError(
    {
      ...{ status: 429, type: "invalid_request_error", code: lockTimeout },
      ...(operationId === null ? {} : { heldUpBy: operationId }),
    },
    "This object cannot be accessed right now because another API request is currently accessing it. Try again in a moment.",
  );
}

/** Whether somebody else was at work on the object: then the same may be done a moment later. */
export function isBusy(error: unknown): boolean {
  return isDomainError(error) && error.facts.code === lockTimeout;
}

/** The operation whose end is to be waited for before the same may be done; null for any other error. */
export function heldUpBy(error: unknown): string | null {
  return isDomainError(error) ? (error.facts.heldUpBy ?? null) : null;
}

/** 429, in the words existing clients match on: more than a limit lets in. */
export function rateLimited(limitedBy: string) {
  return domainError(
    { status: 429, type: "rate_limit_error", code: "rate_limit", limitedBy },
    "Request rate limit exceeded. You can learn more about rate limits here https://stripe.com/docs/rate-limits.",
  );
}

/** 503: what is asked cannot be told yet; it may be asked again after so many seconds. */
export function unavailable(message: string, retryAfter: number) {
  return domainError({ status: 503, type: "api_error", retryAfter }, message);
}

/** An error stored with an operation or a key, to be raised again. */
export function revive(facts: ErrorFacts, message: string): DomainError {
  return domainError(facts, message);
}
