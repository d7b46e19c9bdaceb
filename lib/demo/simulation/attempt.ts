import { bookPayment } from "#lib/ledger/book-payment";
import { toPaymentMethod } from "#lib/payment-methods/wire";
import { type AttemptAnswer, newCharge } from "#lib/payments/new-charge";
import { paymentError } from "#lib/payments/payment-error";
import { toCharge } from "#lib/payments/wire";
import {
  book,
  changeCharge,
  changeIntent,
  chargeOf,
  later,
  leaveJob,
  type Life,
  note,
  noteIntent,
} from "./life.ts";
import type { World } from "./world.ts";

/** An attempt to be paid and what came of it, as `settleAttempt` writes it. */
export function attempt(world: World, life: Life, at: number, answer: AttemptAnswer): void {
  const { intent, method } = life;
  const { environment, random } = world;
  if (!method) throw new Error(`Payment ${intent.id} has no payment method`);
  const id = world.newId(method.type === "card" ? "ch" : "py", at);
  const charge = newCharge(intent, method, answer, { id, now: at, environment });
  // With the charge's moment in it: chance comes round again after some millions of payments, and in a history until another day.
  const receiptToken = `${environment.id}-${id.slice(-22, -11)}${random.text(13)}`;
  life.charges.push({ ...charge, environmentId: environment.id, receiptToken });
  if (answer.result === "succeeded") succeed(world, life, at);
  else if (answer.result === "processing") wait(world, life, at, answer);
  else fail(world, life, at, answer);
}

function succeed(world: World, life: Life, at: number): void {
  if (chargeOf(life).captured) bookCharge(world, life, at);
  const charge = chargeOf(life);
  changeIntent(life, {
    status: charge.captured ? "succeeded" : "requires_capture",
    amountReceived: charge.amountCaptured,
    amountCapturable: charge.captured ? 0 : charge.amount,
    lastPaymentError: null,
    nextAction: null,
  });
  note(world, life, at, "charge.succeeded", () => toCharge(chargeOf(life), world.environment));
  noteIntent(
    world,
    life,
    at,
    charge.captured ? "payment_intent.succeeded" : "payment_intent.amount_capturable_updated",
  );
}

/** Puts the captured charge into the books. */
export function bookCharge(world: World, life: Life, at: number): void {
  const charge = chargeOf(life);
  const instrument = life.method?.instrument;
  const entries = bookPayment(
    { ...world.environment, settlesIn: world.environment.currency, delayDays: null },
    {
      chargeId: charge.id,
      description: charge.description,
      amount: charge.amount,
      captured: charge.amountCaptured,
      currency: charge.currency,
      methodType: instrument?.type ?? "card",
      cardCountry: instrument?.type === "card" ? instrument.card.country : null,
      availableAtOnce: false,
    },
    at,
  );
  const [id] = entries.map((entry) => book(world, life, at, entry.transaction, entry.postings));
  changeCharge(life, { balanceTransactionId: id ?? null });
}

function wait(
  world: World,
  life: Life,
  at: number,
  answer: Extract<AttemptAnswer, { result: "processing" }>,
): void {
  changeIntent(life, { status: "processing", lastPaymentError: null });
  note(world, life, at, "charge.pending", () => toCharge(chargeOf(life), world.environment));
  noteIntent(world, life, at, "payment_intent.processing");
  const { settlesAt } = answer;
  if (settlesAt === null || later(world, life, settlesAt, () => settle(world, life, settlesAt, answer)))
    return;
  leaveJob(world, life, "payments.settle_delayed", { chargeId: chargeOf(life).id, answer }, settlesAt);
}

function settle(
  world: World,
  life: Life,
  at: number,
  answer: Extract<AttemptAnswer, { result: "processing" }>,
): void {
  const { risk, checks, authentication, outcome } = answer;
  const { id, amount } = chargeOf(life);
  if (outcome.result === "succeeded") {
    changeCharge(life, {
      status: "succeeded",
      paid: true,
      captured: true,
      capturedAt: at,
      amountCaptured: amount,
    });
    return succeed(world, life, at);
  }
  const declined = { ...outcome, risk, checks, authentication };
  if (!life.method) return;
  const failed = newCharge(life.intent, life.method, declined, {
    id,
    now: at,
    environment: world.environment,
  });
  const { status, outcome: why, failureCode, failureMessage, declineCode } = failed;
  changeCharge(life, { status, outcome: why, failureCode, failureMessage, declineCode });
  fail(world, life, at, declined);
}

function fail(
  world: World,
  life: Life,
  at: number,
  answer: Exclude<AttemptAnswer, { result: "succeeded" | "processing" }>,
): void {
  changeIntent(life, {
    status: "requires_payment_method",
    paymentMethodId: null,
    lastPaymentError: life.method
      ? paymentError(chargeOf(life), answer, toPaymentMethod(life.method, world.environment))
      : null,
  });
  note(world, life, at, "charge.failed", () => toCharge(chargeOf(life), world.environment));
  noteIntent(world, life, at, "payment_intent.payment_failed");
}
