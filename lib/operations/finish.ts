import { find, update } from "#db/rows";
import { operations } from "#db/schema/index";
import type { StoredError } from "#db/schema/stored-error";
import { reader, transaction } from "#db/transaction";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { type DomainError, revive } from "#lib/errors";
import { kindOf, type Operation, type OperationKind, type Settlement } from "./operation.ts";
import { operationEnded } from "./when-free.ts";

/**
 * Asks the processor and settles. The caller, a retry and the recovery job all come here: whoever is first
 * settles, the others are told the same. Throws what the operation's caller is to see, a decline for one.
 */
export async function finish<Answer, Result>(
  viewer: Viewer,
  operation: Operation,
  kind: OperationKind<Answer, Result>,
): Promise<Result> {
  if (operation.state === "settled")
    return told(await transaction(viewer, (tx) => recall(tx, operation, kind)));
  // The processor is told all there is, whatever is hidden from who began it: its answer says nothing of that.
  const answer = await kind.ask({ ...viewer, conceal: undefined }, operation);
  const settlement = await transaction(viewer, (tx) => settle(tx, operation, kind, answer));
  operationEnded(operation.id);
  return told(settlement);
}

/** Finishes an operation known by its id, whatever its kind. */
export async function resumeOperation(viewer: Viewer, operationId: string): Promise<unknown> {
  const operation = await find(await reader(viewer), operations, operationId);
  if (!operation) throw new Error(`Operation ${operationId} is not in this environment`);
  return finish(viewer, operation, kindOf(operation));
}

async function settle<Answer, Result>(
  tx: Tx,
  { id }: Operation,
  kind: OperationKind<Answer, Result>,
  answer: Answer,
): Promise<Settlement<Result>> {
  const operation = await find(tx, operations, id);
  if (!operation) throw new Error(`Operation ${id} is gone`);
  if (operation.state === "settled") return recall(tx, operation, kind);

  const settlement = await kind.settle(tx, operation, answer);
  const failure = "refusal" in settlement ? storable(settlement.refusal) : null;
  await update(tx, operations, id, { state: "settled", failure, request: {} });
  await tx.viewer.claim?.settle(
    tx,
    "refusal" in settlement ? { error: settlement.refusal } : { result: settlement.result },
  );
  return settlement;
}

async function recall<Answer, Result>(
  tx: Tx,
  operation: Operation,
  kind: OperationKind<Answer, Result>,
): Promise<Settlement<Result>> {
  if (operation.failure) return { refusal: revive(operation.failure.facts, operation.failure.message) };
  return { result: await kind.recall(tx, operation) };
}

function told<Result>(settlement: Settlement<Result>): Result {
  if ("refusal" in settlement) throw settlement.refusal;
  return settlement.result;
}

function storable({ message, facts }: DomainError): StoredError {
  return { message, facts };
}
