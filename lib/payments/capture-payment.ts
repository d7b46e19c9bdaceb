import { update } from "#db/rows";
import { paymentIntents } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { mergeMetadata, type MetadataPatch } from "#lib/metadata";
import { finish } from "#lib/operations/finish";
import { operationKind } from "#lib/operations/operation";
import { startOperation } from "#lib/operations/start-operation";
import { processor } from "#lib/processors/index";
import type { SimpleAnswer } from "#lib/processors/processor";
import { assertAmountDetails } from "./amount-details.ts";
import { type CaptureChanges, type CaptureRequest, captureOf } from "./capture-request.ts";
import { assertAllowed, findPayment, heldCharge } from "./find-payment.ts";
import { holdOf } from "./hold.ts";
import { assertDescriptorFits, assertDescriptors } from "./payment-rules.ts";
import { settleCapture } from "./settle-capture.ts";
import type { ChargeRow, PaymentIntentRow } from "./wire.ts";

export interface CaptureInput extends CaptureChanges {
  paymentId: string;
  /** Minor units; all that is held when not given. Nothing lets the rest go, after an earlier capture. */
  amount?: number;
  metadata?: MetadataPatch;
  /** "more_to_come" keeps the rest held; left out, it goes back. */
  then?: "done" | "more_to_come";
}

/** How often money may be taken of one hold. */
const mostCaptures = 50;

/** Takes money that is held. `amount` may be less than what is held, or as much more as the card's bank lets through. */
export async function capturePayment(viewer: Viewer, input: CaptureInput): Promise<PaymentIntentRow> {
  authorize(viewer, "payments:write");
  assertDescriptors(input);
  const operation = await transaction(viewer, async (tx) => {
    const payment = await findPayment(tx, input.paymentId);
    assertAllowed("capture", payment);
    const charge = await heldCharge(tx, payment);
    const amount = input.amount ?? holdOf(charge).left;
    const final = input.then !== "more_to_come";
    assertCapturable(tx, charge, { amount, final });
    assertAmountDetails(input.amountDetails, amount);
    if (!payment.standalone) assertDescriptorFits(input, [charge.paymentMethodDetails.type]);
    const started = await startOperation(tx, capture, payment.id, {
      ...{ chargeId: charge.id, amount, currency: charge.currency, final },
      changes: changesOf(input),
    } satisfies CaptureRequest);
    await update(tx, paymentIntents, payment.id, {
      activeOperationId: started.id,
      metadata: mergeMetadata(payment.metadata, input.metadata),
    });
    return started;
  });
  return finish(viewer, operation, capture);
}

function changesOf(input: CaptureChanges): CaptureChanges {
  const { statementDescriptor, statementDescriptorSuffix, receiptEmail, transferGroup } = input;
  const { amountDetails, paymentDetails } = input;
  const described = { statementDescriptor, statementDescriptorSuffix, receiptEmail, transferGroup };
  return { ...described, amountDetails, paymentDetails };
}

const capture = operationKind<SimpleAnswer, PaymentIntentRow>({
  name: "payment.capture",
  ask: async (viewer, operation) => {
    const { chargeId, amount, currency, final } = captureOf(operation);
    return processor().capture({
      operationId: operation.id,
      environmentId: viewer.environmentId,
      now: operation.createdAt,
      ...{ chargeId, amount, currency, final },
    });
  },
  settle: settleCapture,
  recall: (tx, operation) => findPayment(tx, operation.subjectId),
});

function assertCapturable(
  tx: Tx,
  charge: ChargeRow,
  { amount, final }: { amount: number; final: boolean },
): void {
  const { multicapture, mostCapturable, left, captures } = holdOf(charge);
  const least = final && charge.amountCaptured > 0 ? 0 : 1;
  if (!Number.isSafeInteger(amount) || amount < least) {
    throw invalid(`This value must be greater than or equal to ${least}.`, {
      code: "parameter_invalid_integer",
      param: "amount_to_capture",
    });
  }
  if (amount > 0 && charge.captureBefore !== null && charge.captureBefore <= tx.now) throw expired();
  if (!final && !multicapture) {
    throw invalid(
      "This PaymentIntent can be captured only once: ask for payment_method_options[card][request_multicapture] when it is confirmed, and see payment_method_details.card.multicapture.status of its charge.",
      { param: "final_capture" },
    );
  }
  if (captures >= mostCaptures && (amount > 0 || !final)) {
    throw invalid(
      `A PaymentIntent can be captured up to ${mostCaptures} times. Capture 0 to let the rest go.`,
      {
        param: "amount_to_capture",
      },
    );
  }
  const most = final ? mostCapturable : left;
  if (amount > most) throw tooMuch(charge, most);
}

function expired() {
  return invalid(
    "This charge cannot be captured because its authorization has expired. Charges must be captured within a set number of days (7 by default).",
    { code: "capture_charge_authorization_expired" },
  );
}

function tooMuch({ id }: ChargeRow, most: number) {
  return invalid(
    `The amount to capture is greater than what is held: at most ${most} can be captured of charge ${id}.`,
    { code: "amount_too_large", param: "amount_to_capture" },
  );
}
