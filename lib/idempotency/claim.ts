import type { Tx } from "#lib/auth/viewer";
import type { DomainError } from "#lib/errors";

/**
 * One caller's idempotency key. The command's first transaction claims it; the transaction that ends the
 * command stores the answer, so that claim, changes and answer are durable together.
 */
export interface IdempotencyClaim {
  /** Takes the key, naming the operation that will answer it, or throws: in flight (409) or used for something else. */
  take(tx: Tx, operationId: string | null): Promise<void>;
  /** Stores what the caller is told: a result (its wire form is made here) or an error. */
  settle(tx: Tx, outcome: ClaimOutcome): Promise<void>;
}

export type ClaimOutcome = { result: unknown } | { error: DomainError };
