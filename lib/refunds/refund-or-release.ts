import { and, eq } from "drizzle-orm";
import { insert } from "#db/rows";
import { refunds } from "#db/schema/index";
import { reader, transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { record } from "#lib/events/record";
import { newId } from "#lib/ids";
import { mergeMetadata } from "#lib/metadata";
import { finish } from "#lib/operations/finish";
import { type Operation, operationKind } from "#lib/operations/operation";
import { cancellation, startCancellation } from "#lib/payments/cancel-payment";
import { assertAllowed, findPayment } from "#lib/payments/find-payment";
import type { ChargeRow, PaymentIntentRow } from "#lib/payments/wire";
import type { SimpleAnswer } from "#lib/processors/processor";
import { chargeToRefund, type RefundInput, refundPayment } from "./refund-payment.ts";
import { type RefundRow, toRefund } from "./wire.ts";

/**
 * As `refundPayment`; a charge that an older integration made and did not capture, which has no payment that it could
 * cancel, lets go what it holds.
 */
export async function refundOrRelease(viewer: Viewer, input: RefundInput): Promise<RefundRow> {
  authorize(viewer, "refunds:write");
  const charge = await chargeToRefund(await reader(viewer), input);
  if (wasReleased(charge)) {
    throw invalid(`Charge ${charge.id} has already been refunded.`, {
      code: "charge_already_refunded",
      param: "charge",
    });
  }
  if (!isHeld(charge)) return refundPayment(viewer, input);
  const started = await transaction(viewer, (tx) => startRelease(tx, input));
  return finish(viewer, started, release);
}

function isHeld({ status, captured, amountCaptured, canceledAt }: ChargeRow): boolean {
  return status === "succeeded" && !captured && amountCaptured === 0 && canceledAt === null;
}

function wasReleased({ refunded, amountCaptured }: ChargeRow): boolean {
  return refunded && amountCaptured === 0;
}

async function startRelease(tx: Tx, input: RefundInput): Promise<Operation> {
  const charge = await chargeToRefund(tx, input);
  const payment = await findPayment(tx, charge.paymentIntentId);
  assertReleasable(charge, input.amount);
  assertAllowed("cancel", payment);
  const { reason = null } = input;
  const canceledBy = tx.viewer.actor;
  const why = { cancellationReason: reason, cancellationNote: null, canceledBy };
  const refund = { reason, metadata: mergeMetadata({}, input.metadata), by: canceledBy } satisfies Asked;
  return startCancellation(tx, release, payment, { chargeId: charge.id, ...why, refund });
}

function assertReleasable({ amount, standalone, paymentIntentId }: ChargeRow, asked = amount): void {
  if (!standalone) {
    throw invalid(
      `This uncaptured Charge was created by a PaymentIntent (${paymentIntentId}). You must cancel the PaymentIntent to reverse the authorization instead of refunding the Charge directly.`,
      { code: "charge_not_refundable", param: "charge" },
    );
  }
  if (asked === amount) return;
  throw invalid(
    "You cannot partially refund an uncaptured charge. Instead, capture the charge for an amount less than the original amount",
    { param: "amount" },
  );
}

type Asked = Pick<RefundRow, "reason" | "metadata"> & { by: RefundRow["createdBy"] };

const release = operationKind<SimpleAnswer, RefundRow>({
  name: "refund.release",
  ask: cancellation.ask,
  settle: async (tx, operation, answer) => {
    const settled = await cancellation.settle(tx, operation, answer);
    if ("refusal" in settled) return settled;
    return { result: await insertRelease(tx, settled.result, operation.request.refund as Asked) };
  },
  recall: async (tx, operation) => {
    const [refund] = await tx.db
      .select()
      .from(refunds)
      .where(
        and(eq(refunds.environmentId, tx.environmentId), eq(refunds.paymentIntentId, operation.subjectId)),
      );
    if (!refund) throw new Error(`What ${operation.subjectId} held went back without a refund`);
    return refund;
  },
});

async function insertRelease(
  tx: Tx,
  { id: paymentIntentId, latestChargeId, amount, currency }: PaymentIntentRow,
  { by: createdBy, ...asked }: Asked,
): Promise<RefundRow> {
  const refund = await insert(tx, refunds, {
    ...asked,
    id: newId("re", tx.now),
    createdAt: tx.now,
    chargeId: String(latestChargeId),
    paymentIntentId,
    standalone: true,
    amount,
    currency,
    status: "succeeded",
    destination: { type: "reversal", reference: null, referenceType: null },
    createdBy,
  });
  await record(tx, "refund.created", toRefund(refund), { paymentIntentId });
  const { reason } = refund;
  await audit(tx, "refund.created", {
    subject: refund.id,
    after: { payment: paymentIntentId, amount, currency, reason },
  });
  return refund;
}
