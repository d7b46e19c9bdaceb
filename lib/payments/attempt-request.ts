import type { Operation } from "#lib/operations/operation";
import type { DepositKind } from "#lib/processors/processor";

/** How an attempt is to be made. */
export interface AttemptManner {
  returnUrl: string | null;
  offSession: boolean;
  errorOnRequiresAction: boolean;
  /** The client handles authentication itself, with a script instead of a redirect. */
  useSdk: boolean;
  /** What a debit is made under. */
  mandateId: string | null;
  /** What came of the authentication page, for the attempt after it. */
  authentication: "none" | "succeeded" | "failed";
}

/** What an attempt remembers until it is settled. */
export interface AttemptRequest extends AttemptManner, Record<string, unknown> {
  chargeId: string;
  methodId: string;
  /** What its holder has to prove a bank account by first; null or absent: nothing. */
  deposits?: DepositKind | null;
  /** The rule of the block lists that keeps it from the network; null or absent: none. */
  blockedBy?: string | null;
  /** The rule of the allow lists that lets it pass; null or absent: none. */
  allowedBy?: string | null;
}

/** The request that an attempt's operation was started with. */
export function requestOf(operation: Operation): AttemptRequest {
  return operation.request as AttemptRequest;
}
