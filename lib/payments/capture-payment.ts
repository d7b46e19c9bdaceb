import { change, update } from "#db/rows";
import { charges, paymentIntents } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { record } from "#lib/events/record";
import { mergeMetadata } from "#lib/metadata";
import { finish } from "#lib/operations/finish";
import { type Operation, operationKind, type Settlement } from "#lib/operations/operation";
import { startOperation } from "#lib/operations/start-operation";
import { processor } from "#lib/processors/index";
import type { SimpleAnswer } from "#lib/processors/processor";
import { sendAutomaticReceipt } from "#lib/receipts/send-receipt";
import { bookCharge } from "./book-charge.ts";
import { assertAllowed, findPayment, latestCharge } from "./find-payment.ts";
import type { PaymentInput } from "./payment-input.ts";
import { assertDescriptors } from "./payment-rules.ts";
import { statusWord } from "./status-word.ts";
import { type ChargeRow, type PaymentIntentRow, toCharge, toPaymentIntent } from "./wire.ts";

export interface CaptureInput extends Pick<
  PaymentInput,
  "metadata" | "statementDescriptor" | "statementDescriptorSuffix"
> {
  paymentId: string;
  /** Minor units; all that is held when not given. */
  amount?: number;
}

/** Takes money that is held; `amount` (minor units) may be less than what is held, and the rest goes back. */
export async function capturePayment(viewer: Viewer, input: CaptureInput): Promise<PaymentIntentRow> {
  authorize(viewer, "payments:write");
  assertDescriptors(input);
  const operation = await transaction(viewer, async (tx) => {
    const payment = await findPayment(tx, input.paymentId);
    assertAllowed("capture", payment);
    const charge = await heldCharge(tx, payment);
    const amount = input.amount ?? charge.amount;
    assertCapturable(amount, charge);
    const started = await startOperation(tx, capture, payment.id, {
      chargeId: charge.id,
      amount,
      currency: charge.currency,
    });
    await update(tx, paymentIntents, payment.id, {
      activeOperationId: started.id,
      metadata: mergeMetadata(payment.metadata, input.metadata),
      statementDescriptor: input.statementDescriptor ?? payment.statementDescriptor,
      statementDescriptorSuffix: input.statementDescriptorSuffix ?? payment.statementDescriptorSuffix,
    });
    return started;
  });
  return finish(viewer, operation, capture);
}

const capture = operationKind<SimpleAnswer, PaymentIntentRow>({
  name: "payment.capture",
  ask: async (viewer, operation) => {
    const { id: operationId, createdAt: now, request } = operation;
    return processor().capture({
      operationId,
      environmentId: viewer.environmentId,
      now,
      ...captureOf(request),
    });
  },
  settle,
  recall: (tx, operation) => findPayment(tx, operation.subjectId),
});

async function settle(
  tx: Tx,
  operation: Operation,
  answer: SimpleAnswer,
): Promise<Settlement<PaymentIntentRow>> {
  const payment = await findPayment(tx, operation.subjectId);
  if (answer.result === "failed") {
    await update(tx, paymentIntents, payment.id, { activeOperationId: null });
    return { refusal: invalid(answer.message, { code: answer.code }) };
  }
  const held = await heldCharge(tx, payment);
  const { amount } = captureOf(operation.request);
  const taken = await change(tx, charges, held, {
    captured: true,
    capturedAt: tx.now,
    amountCaptured: amount,
    captureBefore: null,
  });
  const charge = await bookCharge(tx, taken, false);
  const moved = {
    status: "succeeded" as const,
    amountReceived: amount,
    amountCapturable: 0,
    activeOperationId: null,
  };
  const after = await change(tx, paymentIntents, payment, {
    ...moved,
    paymentStatus: statusWord({ ...payment, ...moved }, charge),
  });
  await recordCapture(tx, charge, after);
  await sendAutomaticReceipt(tx, charge);
  return { result: after };
}

async function recordCapture(tx: Tx, charge: ChargeRow, payment: PaymentIntentRow): Promise<void> {
  const { environment } = tx.viewer;
  const context = { paymentIntentId: payment.id };
  await record(tx, "charge.captured", toCharge(charge, environment), context);
  if (!payment.standalone)
    await record(tx, "payment_intent.succeeded", toPaymentIntent(payment, environment), context);
}

function captureOf(request: Record<string, unknown>) {
  return {
    chargeId: String(request.chargeId),
    amount: Number(request.amount),
    currency: String(request.currency),
  };
}

/** The charge that holds the money of a payment that waits for its capture. */
export async function heldCharge(tx: Tx, payment: PaymentIntentRow): Promise<ChargeRow> {
  const charge = await latestCharge(tx, payment);
  if (!charge) throw new Error(`Payment ${payment.id} waits for its capture without a charge`);
  return charge;
}

function assertCapturable(amount: number, charge: ChargeRow): void {
  if (!Number.isSafeInteger(amount) || amount < 1) {
    throw invalid("This value must be greater than or equal to 1.", {
      code: "parameter_invalid_integer",
      param: "amount_to_capture",
    });
  }
  if (amount <= charge.amount) return;
  throw invalid(
    `The amount to capture is greater than what is held: at most ${charge.amount} can be captured of charge ${charge.id}.`,
    { code: "amount_too_large", param: "amount_to_capture" },
  );
}
