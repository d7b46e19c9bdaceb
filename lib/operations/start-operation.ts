import { insert } from "#db/rows";
import { operations } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { newId } from "#lib/ids";
import { lease } from "./lease.ts";
import type { Operation } from "./operation.ts";

/**
 * Writes down what the processor will be asked, and takes the caller's idempotency key for it. What was
 * decided and reserved beside it in this transaction waits for `finish`; after the lease the recovery chore does it.
 */
export async function startOperation(
  tx: Tx,
  kind: { name: string },
  subjectId: string,
  request: Record<string, unknown>,
): Promise<Operation> {
  const operation = await insert(tx, operations, {
    id: newId("op", tx.now),
    createdAt: tx.now,
    kind: kind.name,
    subjectId,
    state: "started",
    leaseUntil: Date.now() + lease,
    request,
  });
  await tx.viewer.claim?.take(tx, operation.id);
  return operation;
}
