import { update } from "#db/rows";
import { disputes } from "#db/schema/index";
import type { Actor } from "#db/schema/payments";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { finish } from "#lib/operations/finish";
import { type Operation, operationKind, type Settlement } from "#lib/operations/operation";
import { startOperation } from "#lib/operations/start-operation";
import { processor } from "#lib/processors/index";
import type { SimpleAnswer } from "#lib/processors/processor";
import { loseDispute } from "./end-dispute.ts";
import { assertAllowed, findDispute } from "./find-dispute.ts";
import type { DisputeRow } from "./wire.ts";

/** Gives in: the customer keeps the money, for good. An inquiry, of which nothing was taken, only closes. */
export async function acceptDispute(viewer: Viewer, disputeId: string): Promise<DisputeRow> {
  authorize(viewer, "disputes:write");
  const operation = await transaction(viewer, async (tx) => {
    const dispute = await findDispute(tx, disputeId);
    assertAllowed("accept", dispute);
    const started = await startOperation(tx, acceptance, dispute.id, { by: tx.viewer.actor });
    await update(tx, disputes, dispute.id, { activeOperationId: started.id });
    const { paymentIntentId: payment, amount, currency } = dispute;
    await audit(tx, "dispute.accepted", { subject: dispute.id, after: { payment, amount, currency } });
    return started;
  });
  return finish(viewer, operation, acceptance);
}

const acceptance = operationKind<SimpleAnswer, DisputeRow>({
  name: "dispute.accept",
  ask: (viewer, { id: operationId, subjectId: disputeId, createdAt: now }) =>
    processor().acceptDispute({ operationId, environmentId: viewer.environmentId, disputeId, now }),
  settle,
  recall: (tx, operation) => findDispute(tx, operation.subjectId),
});

async function settle(tx: Tx, operation: Operation, answer: SimpleAnswer): Promise<Settlement<DisputeRow>> {
  const dispute = await findDispute(tx, operation.subjectId);
  if (answer.result === "failed") {
    await update(tx, disputes, dispute.id, { activeOperationId: null });
    return { refusal: invalid(answer.message, { code: answer.code }) };
  }
  const answeredBy = operation.request.by as Actor;
  return { result: await loseDispute(tx, dispute, "acceptance", { answeredBy }) };
}
