import { change, find, insert } from "#db/rows";
import { charges, paymentIntents, paymentMethods } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { holderOf } from "#lib/cash/holder";
import { moveCash } from "#lib/cash/move-cash";
import { alreadyHere } from "#lib/cash/sent-ahead";
import { tallyAttempt } from "#lib/figures/tally";
import { newId } from "#lib/ids";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import { customerGone, failUncharged } from "./fail-uncharged.ts";
import { movePayment, recordIntent } from "./move-payment.ts";
import { newCharge } from "./new-charge.ts";
import { succeed } from "./settle-attempt.ts";
import { transferInstructions } from "./transfer-instructions.ts";
import type { PaymentIntentRow } from "./wire.ts";

/** What is still to be sent for a payment, minor units. */
export function stillToSend({
  amount,
  cashApplied,
}: Pick<PaymentIntentRow, "amount" | "cashApplied">): number {
  return amount - cashApplied;
}

/** Pays a payment, or part of it, with what its customer sent ahead. `amount`: no more than there is, and than it lacks. */
export async function applyCash(
  tx: Tx,
  payment: PaymentIntentRow,
  amount: number,
): Promise<PaymentIntentRow> {
  const { id, currency, customerId } = payment;
  if (customerId === null) throw new Error(`Payment ${id} has no customer who sent anything ahead`);
  await moveCash(tx, { customerId, amount, currency, type: "applied_to_payment", paymentIntentId: id });
  const funded = await change(tx, paymentIntents, payment, { cashApplied: payment.cashApplied + amount });
  if (stillToSend(funded) === 0) return payInFull(tx, funded);
  const after = await movePayment(tx, funded, null, {
    status: "requires_action",
    nextAction: { ...transferInstructions(tx.viewer.environment, funded) },
    lastPaymentError: null,
  });
  await recordIntent(tx, "payment_intent.partially_funded", after);
  return after;
}

/** Gives a customer back what a payment took of what they sent ahead, because it is canceled or paid otherwise. */
export async function unapplyCash(tx: Tx, payment: PaymentIntentRow): Promise<PaymentIntentRow> {
  const { id, currency, cashApplied: amount } = payment;
  if (payment.customerId === null || amount === 0) return payment;
  const customerId = (await holderOf(tx, payment.customerId)) ?? payment.customerId;
  await moveCash(tx, { customerId, amount, currency, type: "unapplied_from_payment", paymentIntentId: id });
  return change(tx, paymentIntents, payment, { cashApplied: 0 });
}

/** A payment waits no more for a customer who is going; what it took is theirs again. */
export async function stopWaiting(tx: Tx, payment: PaymentIntentRow): Promise<void> {
  const freed = await unapplyCash(tx, payment);
  await failUncharged(tx, freed, await methodOf(tx, payment), customerGone);
}

async function payInFull(tx: Tx, payment: PaymentIntentRow): Promise<PaymentIntentRow> {
  const method = await methodOf(tx, payment);
  const { environment } = tx.viewer;
  const context = { id: newId("py", tx.now), now: tx.now, environment };
  const charge = await insert(tx, charges, newCharge(payment, method, alreadyHere, context));
  await tallyAttempt(tx, charge, payment.latestChargeId === null ? "first" : "again");
  return succeed(tx, payment, charge, method, alreadyHere);
}

async function methodOf(tx: Tx, { id, paymentMethodId }: PaymentIntentRow): Promise<PaymentMethodRow> {
  const method = paymentMethodId === null ? undefined : await find(tx, paymentMethods, paymentMethodId);
  if (method?.type !== "customer_balance") throw new Error(`Payment ${id} does not wait for a transfer`);
  return method;
}
