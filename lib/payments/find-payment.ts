import { find } from "#db/rows";
import { charges, paymentIntents } from "#db/schema/index";
import type { Handle } from "#db/transaction";
import { busy, invalid, notFound } from "#lib/errors";
import { allowedIn, isAllowed, type PaymentAction } from "./status.ts";
import type { ChargeRow, PaymentIntentRow } from "./wire.ts";

/** The payment of this id; another tenant's is not found. `param` is what the caller named it by. */
export async function findPayment(handle: Handle, id: string, param = "intent"): Promise<PaymentIntentRow> {
  const payment = await find(handle, paymentIntents, id);
  if (!payment) throw notFound("payment_intent", id, param);
  return payment;
}

/** The charge of this id; another tenant's is not found. */
export async function findCharge(handle: Handle, id: string, param = "id"): Promise<ChargeRow> {
  const charge = await find(handle, charges, id);
  if (!charge) throw notFound("charge", id, param);
  return charge;
}

/** The payment's latest attempt, if it had one. */
export async function latestCharge(handle: Handle, payment: PaymentIntentRow): Promise<ChargeRow | null> {
  return payment.latestChargeId === null ? null : findCharge(handle, payment.latestChargeId);
}

/** The charge of a payment that waits: for its capture, or for the bank's answer. */
export async function heldCharge(tx: Handle, payment: PaymentIntentRow): Promise<ChargeRow> {
  const charge = await latestCharge(tx, payment);
  if (!charge) throw new Error(`Payment ${payment.id} waits without a charge`);
  return charge;
}

/** Throws unless the payment may be changed in this way now, and by nobody else at the same time. */
export function assertAllowed(action: PaymentAction, payment: PaymentIntentRow): void {
  if (payment.activeOperationId !== null) throw busy(payment.activeOperationId);
  if (isAllowed(action, payment.status)) return;
  throw invalid(unexpectedState(action, payment), {
    code: "payment_intent_unexpected_state",
    extra: { payment_intent: payment.id },
  });
}

const verbs = {
  confirm: "confirm",
  update: "update",
  verify: "verify the microdeposits of",
  increment: "increment the authorization of",
  capture: "capture",
  cancel: "cancel",
  refund: "refund",
} satisfies Record<PaymentAction, string>;

function unexpectedState(action: PaymentAction, payment: PaymentIntentRow): string {
  const states = allowedIn[action].join(", ");
  if (action === "capture") {
    return `This PaymentIntent could not be captured because it has a status of ${payment.status}. Only a PaymentIntent with one of the following statuses may be captured: ${states}.`;
  }
  if (action === "cancel") {
    return `You cannot cancel this PaymentIntent because it has a status of ${payment.status}. Only a PaymentIntent with one of the following statuses may be canceled: ${states}.`;
  }
  return `You cannot ${verbs[action]} this PaymentIntent because it has a status of ${payment.status}.`;
}
