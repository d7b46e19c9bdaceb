import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { claimed } from "#lib/operations/claimed";
import { finish } from "#lib/operations/finish";
import { type Operation, operationKind, type Settlement } from "#lib/operations/operation";
import { startOperation } from "#lib/operations/start-operation";
import { findCharge } from "#lib/payments/find-payment";
import { processor } from "#lib/processors/index";
import type { SimpleAnswer } from "#lib/processors/processor";
import { isStoppable } from "./cancel-window.ts";
import { withdrawRefund } from "./fail-refund.ts";
import { waitsForBalance } from "./refundable.ts";
import { findRefund } from "./send-refund.ts";
import type { RefundRow } from "./wire.ts";

/** A refund that is taken back, or one that the network is asked to stop. */
type Step = { canceled: RefundRow } | { started: Operation };

/**
 * Takes back a refund that still waits for the balance, or in the dashboard one to a card that was sent within the last
 * 30 minutes; any other can no longer be stopped.
 */
export async function cancelRefund(viewer: Viewer, refundId: string): Promise<RefundRow> {
  authorize(viewer, "refunds:write");
  const step = await transaction(viewer, async (tx): Promise<Step> => {
    const refund = await findRefund(tx, refundId);
    if (waitsForBalance(refund)) return { canceled: await claimed(tx, () => takeBack(tx, refund)) };
    if (!isStoppable(viewer, refund)) throw tooLate(refund);
    const { processorReference } = await findCharge(tx, refund.chargeId);
    const request = { reference: processorReference, refundId };
    return { started: await startOperation(tx, stopping, refund.id, request) };
  });
  return "canceled" in step ? step.canceled : finish(viewer, step.started, stopping);
}

/** Asking the processor to stop a refund that was sent. */
const stopping = operationKind<SimpleAnswer, RefundRow>({
  name: "refund.cancel",
  ask: (viewer, { id: operationId, createdAt: now, request }) =>
    processor().cancelRefund({
      operationId,
      environmentId: viewer.environmentId,
      now,
      reference: String(request.reference),
      refundId: String(request.refundId),
    }),
  settle,
  recall: (tx, operation) => findRefund(tx, operation.subjectId),
});

async function settle(tx: Tx, operation: Operation, answer: SimpleAnswer): Promise<Settlement<RefundRow>> {
  const refund = await findRefund(tx, operation.subjectId);
  // It came back from the bank, or somebody else stopped it, while the network was asked.
  if (refund.status !== "succeeded") return { result: refund };
  if (answer.result === "failed") return { refusal: tooLate(refund) };
  return { result: await takeBack(tx, refund) };
}

async function takeBack(tx: Tx, refund: RefundRow): Promise<RefundRow> {
  const { paymentIntentId: payment, amount, currency, status } = refund;
  await audit(tx, "refund.canceled", {
    subject: refund.id,
    before: { payment, amount, currency, status },
    after: { status: "canceled" },
  });
  return withdrawRefund(tx, refund);
}

/** The error of a refund that nobody can stop any more. */
export function tooLate(refund: Pick<RefundRow, "id" | "status">, wish: "canceled" | "expired" = "canceled") {
  return invalid(`Refund ${refund.id} has a status of ${refund.status} and can no longer be ${wish}.`, {
    code: "refund_not_cancelable",
  });
}
