import type { Operation } from "#lib/operations/operation";
import type { DepositKind } from "#lib/processors/processor";

/** How a customer is to authenticate, if the bank asks for it. */
export interface SetupManner extends Record<string, unknown> {
  returnUrl: string | null;
  /** The client handles authentication itself, with a script instead of a redirect. */
  useSdk: boolean;
}

/** What an attempt remembers until it is settled. */
export interface SetupRequest extends SetupManner {
  attemptId: string;
  methodId: string;
  /** What came of the authentication page, for the call after it. */
  authentication: "none" | "succeeded" | "failed";
  /** What its holder has to prove a bank account by first; null or absent: nothing. */
  deposits?: DepositKind | null;
}

/** The request that an attempt's operation was started with. */
export function requestOf(operation: Operation): SetupRequest {
  return operation.request as SetupRequest;
}
