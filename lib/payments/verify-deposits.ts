import { reader, transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { type DomainError, invalid } from "#lib/errors";
import type { DepositFailure } from "#lib/microdeposits/failures";
import { waitsForDeposits } from "#lib/microdeposits/waits";
import {
  endVerification,
  pendingDeposits,
  readGuess,
  type Weighed,
  weighGuess,
} from "#lib/microdeposits/weigh-guess";
import { finish } from "#lib/operations/finish";
import type { Operation } from "#lib/operations/operation";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import type { DepositGuess } from "#lib/processors/processor";
import { attempt, startAttempt } from "./attempt.ts";
import { assertSecret } from "./client-secret.ts";
import { failUncharged } from "./fail-uncharged.ts";
import { assertAllowed, findPayment } from "./find-payment.ts";
import type { PaymentIntentRow } from "./wire.ts";

/**
 * Goes on with a payment once its payer read on a statement what was deposited in the account to be debited. Throws
 * for a wrong guess; after too many, and after ten days, the payment needs another method.
 */
export async function verifyPaymentDeposits(
  viewer: Viewer,
  input: { paymentId: string; guess: DepositGuess; clientSecret?: string },
): Promise<PaymentIntentRow> {
  authorize(viewer, "payments:write");
  const { paymentId, guess } = input;
  const handle = await reader(viewer);
  const seen = await findPayment(handle, paymentId);
  assertSecret(viewer, seen.clientSecret, input.clientSecret);
  assertWaits(seen);
  const reading = await readGuess(handle, paymentId, guess);
  const step = await transaction(viewer, async (tx): Promise<Operation | DomainError> => {
    const payment = await findPayment(tx, paymentId);
    assertWaits(payment);
    const weighed = await weighGuess(tx, paymentId, guess, reading);
    switch (weighed.outcome.is) {
      case "proven":
        return goOn(tx, payment, weighed);
      case "wrong":
        return weighed.outcome.error;
      case "failed":
        return giveUp(tx, payment, weighed.method, weighed.outcome.failure);
    }
  });
  if ("facts" in step) throw step;
  return finish(viewer, step, attempt);
}

/** Ends the wait of a payment for the deposits of this verification, where it still waits for them. */
export async function endPaymentDeposits(
  viewer: Viewer,
  input: { paymentId: string; verificationId: string; failure: DepositFailure },
): Promise<void> {
  await transaction(viewer, async (tx) => {
    const payment = await findPayment(tx, input.paymentId);
    if (!waitsForDeposits(payment)) return;
    const pending = await pendingDeposits(tx, payment.id);
    if (pending.verification.id !== input.verificationId) return;
    await endVerification(tx, pending, input.failure);
    await giveUp(tx, payment, pending.method, input.failure);
  });
}

function assertWaits(payment: PaymentIntentRow): void {
  assertAllowed("verify", payment);
  if (waitsForDeposits(payment)) return;
  throw invalid("You cannot verify this PaymentIntent because it does not wait for microdeposits.", {
    code: "payment_intent_unexpected_state",
    extra: { payment_intent: payment.id },
  });
}

function goOn(tx: Tx, payment: PaymentIntentRow, { method, verification }: Weighed): Promise<Operation> {
  return startAttempt(tx, payment, method, {
    returnUrl: null,
    offSession: false,
    errorOnRequiresAction: false,
    useSdk: false,
    mandateId: verification.mandateId,
    authentication: "none",
  });
}

function giveUp(
  tx: Tx,
  payment: PaymentIntentRow,
  method: PaymentMethodRow,
  failure: DepositFailure,
): Promise<DomainError> {
  return failUncharged(tx, payment, method, { ...failure, type: "invalid_request_error" });
}
