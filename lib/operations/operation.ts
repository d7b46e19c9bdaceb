import type { operations } from "#db/schema/index";
import { shared } from "#db/shared";
import type { Tx, Viewer } from "#lib/auth/viewer";
import type { DomainError } from "#lib/errors";

export type Operation = typeof operations.$inferSelect;

/** What the caller is told when an operation is over. A refusal has changed things too: a declined charge is kept. */
export type Settlement<Result> = { result: Result } | { refusal: DomainError };

/**
 * How one kind of operation is finished. `ask` runs outside any transaction and may be repeated: the processor
 * answers the same operation with the same answer. `settle` writes what came of it, once.
 */
export interface OperationKind<Answer, Result> {
  /** What operations of this kind are called in the database. */
  readonly name: string;
  ask(viewer: Viewer, operation: Operation): Promise<Answer>;
  settle(tx: Tx, operation: Operation, answer: Answer): Promise<Settlement<Result>>;
  /** The result once more, for a caller who comes after it was settled. */
  recall(tx: Tx, operation: Operation): Promise<Result>;
}

const kinds = shared("operation-kinds", () => new Map<string, OperationKind<unknown, unknown>>());

/** Declares a kind, so that whoever finds an operation in the database can finish it. */
export function operationKind<Answer, Result>(
  kind: OperationKind<Answer, Result>,
): OperationKind<Answer, Result> {
  kinds.set(kind.name, kind);
  return kind;
}

/** The kind of an operation read from the database. */
export function kindOf(operation: Operation): OperationKind<unknown, unknown> {
  const kind = kinds.get(operation.kind);
  if (!kind) throw new Error(`No operation kind is called ${operation.kind}`);
  return kind;
}
