import { change, update } from "#db/rows";
import { charges, paymentIntents } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { bringConsequences } from "#lib/disputes/bring-consequences";
import { invalid } from "#lib/errors";
import { countPayment } from "#lib/customers/figures/count-payment";
import { record } from "#lib/events/record";
import { tallyCharge } from "#lib/figures/tally";
import { given } from "#lib/given";
import { tellOfPayment } from "#lib/notifications/tell-of";
import type { Operation, Settlement } from "#lib/operations/operation";
import type { SimpleAnswer } from "#lib/processors/processor";
import { sendAutomaticReceipt } from "#lib/receipts/send-receipt";
import { refundWaits } from "#lib/refunds/refresh-payment";
import { bookCharge } from "./book-charge.ts";
import { type CaptureRequest, captureOf } from "./capture-request.ts";
import { findPayment, heldCharge } from "./find-payment.ts";
import { holdOf, withStep } from "./hold.ts";
import { calculatedDescriptor } from "./new-charge.ts";
import { statusWord } from "./status-word.ts";
import { type ChargeRow, type PaymentIntentRow, toCharge, toPaymentIntent } from "./wire.ts";

/** Writes what came of a capture: the charge, its money, the payment's state, and the events of all three. */
export async function settleCapture(
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
  const request = captureOf(operation);
  const charge = await take(tx, held, payment, request);
  const after = await advance(tx, payment, charge, request);
  await announce(tx, { held, charge, payment, after, final: request.final });
  if (request.final) {
    await sendAutomaticReceipt(tx, charge);
    await bringConsequences(tx, charge);
  }
  return { result: after };
}

/** A capture at one go is booked as what was held less what goes back; each of several as what it took. */
async function take(
  tx: Tx,
  held: ChargeRow,
  payment: PaymentIntentRow,
  { amount, final, changes }: CaptureRequest,
): Promise<ChargeRow> {
  const first = held.amountCaptured === 0;
  const amountCaptured = held.amountCaptured + amount;
  const whole = Math.max(held.amount, amountCaptured);
  const { amountDetails: _amount, paymentDetails: _payment, ...ofCharge } = changes;
  const described = given(ofCharge);
  const taken = await change(tx, charges, held, {
    ...described,
    calculatedStatementDescriptor: descriptorAfter(tx, held, payment, described),
    amount: whole,
    amountCaptured,
    captured: final,
    capturedAt: amount > 0 ? tx.now : held.capturedAt,
    captureBefore: final ? null : held.captureBefore,
    refunded: final && held.amountRefunded >= amountCaptured,
    holdSteps: stepsAfter(tx, held, { amount, final }),
  });
  await tallyCharge(tx, taken, held);
  if (amount === 0) return taken;
  const asked = first && final ? whole : amount;
  return bookCharge(tx, taken, { amount: asked, captured: amount, availableAtOnce: false });
}

function stepsAfter(tx: Tx, held: ChargeRow, { amount, final }: Pick<CaptureRequest, "amount" | "final">) {
  if (amount > 0) return withStep(held, { kind: "captured", amount, at: tx.now });
  return final ? withStep(held, { kind: "released", amount: holdOf(held).left, at: tx.now }) : held.holdSteps;
}

function descriptorAfter(tx: Tx, held: ChargeRow, payment: PaymentIntentRow, described: Partial<ChargeRow>) {
  const again = "statementDescriptor" in described || "statementDescriptorSuffix" in described;
  return again
    ? calculatedDescriptor({ ...payment, ...described }, tx.viewer.environment)
    : held.calculatedStatementDescriptor;
}

async function advance(
  tx: Tx,
  payment: PaymentIntentRow,
  charge: ChargeRow,
  { final, changes }: CaptureRequest,
): Promise<PaymentIntentRow> {
  const moved = {
    ...given({ ...changes }),
    amount: charge.amount,
    status: final ? ("succeeded" as const) : payment.status,
    amountReceived: charge.amountCaptured,
    amountCapturable: final ? 0 : holdOf(charge).left,
    activeOperationId: null,
  };
  const after = await change(tx, paymentIntents, payment, {
    ...moved,
    paymentStatus: statusWord({ ...payment, ...moved }, charge, {
      refundWaits: await refundWaits(tx, charge.id),
    }),
  });
  await countPayment(tx, after);
  return after;
}

interface Captured {
  held: ChargeRow;
  charge: ChargeRow;
  payment: PaymentIntentRow;
  after: PaymentIntentRow;
  final: boolean;
}

/** Of a payment that may be captured again, each capture says what is left, and only the last that it is captured. */
async function announce(tx: Tx, { held, charge, payment, after, final }: Captured): Promise<void> {
  const { environment } = tx.viewer;
  const context = { paymentIntentId: payment.id };
  const before = toCharge(held, environment);
  const wire = toCharge(charge, environment);
  const several = holdOf(charge).multicapture;
  if (several) await record(tx, "charge.updated", wire, { ...context, before });
  if (final) await tellOfPayment(tx, charge);
  if (final) await record(tx, "charge.captured", wire, several ? { ...context, before } : context);
  if (payment.standalone) return;
  const intent = toPaymentIntent(after, environment);
  if (several) {
    const type = "payment_intent.amount_capturable_updated";
    await record(tx, type, intent, { ...context, before: toPaymentIntent(payment, environment) });
  }
  if (final) await record(tx, "payment_intent.succeeded", intent, context);
}
