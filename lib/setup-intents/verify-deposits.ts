import { find } from "#db/rows";
import { setupAttempts } from "#db/schema/index";
import { reader, transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { type DomainError, invalid } from "#lib/errors";
import type { DepositFailure } from "#lib/microdeposits/failures";
import { waitsForDeposits } from "#lib/microdeposits/waits";
import { endVerification, pendingDeposits, readGuess, weighGuess } from "#lib/microdeposits/weigh-guess";
import { finish } from "#lib/operations/finish";
import type { Operation } from "#lib/operations/operation";
import { type PaymentMethodRow, toPaymentMethod } from "#lib/payment-methods/wire";
import type { DepositGuess } from "#lib/processors/processor";
import { attemptDetails } from "./attempt-details.ts";
import { assertSetupAllows, assertSetupSecret, findSetup } from "./find-setup.ts";
import { failSetup } from "./settle-setup.ts";
import { askAgain, setupAttempt } from "./setup-attempt.ts";
import { type SetupAttemptRow, type SetupIntentRow, toSetupIntent } from "./wire.ts";

/**
 * Goes on with a setup once its payer read on a statement what was deposited in the account to be kept. Throws for
 * a wrong guess; after too many, and after ten days, the setup needs another method.
 */
export async function verifySetupDeposits(
  viewer: Viewer,
  input: { setupId: string; guess: DepositGuess; clientSecret?: string },
): Promise<SetupIntentRow> {
  authorize(viewer, "payments:write");
  const { setupId, guess } = input;
  const handle = await reader(viewer);
  const seen = await findSetup(handle, setupId);
  assertSetupSecret(viewer, seen.clientSecret, input.clientSecret);
  assertWaits(seen);
  const reading = await readGuess(handle, setupId, guess);
  const step = await transaction(viewer, async (tx): Promise<Operation | DomainError> => {
    const setup = await findSetup(tx, setupId);
    assertWaits(setup);
    const { method, outcome } = await weighGuess(tx, setupId, guess, reading);
    switch (outcome.is) {
      case "proven":
        return goOn(tx, setup, method);
      case "wrong":
        return outcome.error;
      case "failed":
        return giveUp(tx, setup, method, outcome.failure);
    }
  });
  if ("facts" in step) throw step;
  return finish(viewer, step, setupAttempt);
}

/** Ends the wait of a setup for the deposits of this verification, where it still waits for them. */
export async function endSetupDeposits(
  viewer: Viewer,
  input: { setupId: string; verificationId: string; failure: DepositFailure },
): Promise<void> {
  await transaction(viewer, async (tx) => {
    const setup = await findSetup(tx, input.setupId);
    if (!waitsForDeposits(setup)) return;
    const pending = await pendingDeposits(tx, setup.id);
    if (pending.verification.id !== input.verificationId) return;
    await endVerification(tx, pending, input.failure);
    await giveUp(tx, setup, pending.method, input.failure);
  });
}

function assertWaits(setup: SetupIntentRow): void {
  assertSetupAllows("verify", setup);
  if (waitsForDeposits(setup)) return;
  throw invalid("You cannot verify this SetupIntent because it does not wait for microdeposits.", {
    code: "setup_intent_unexpected_state",
    extra: { setup_intent: setup.id },
  });
}

async function goOn(tx: Tx, setup: SetupIntentRow, method: PaymentMethodRow): Promise<Operation> {
  const { id: attemptId } = await attemptOf(tx, setup);
  return askAgain(tx, setup, {
    attemptId,
    methodId: method.id,
    returnUrl: null,
    useSdk: false,
    authentication: "none",
    deposits: null,
  });
}

async function giveUp(
  tx: Tx,
  setup: SetupIntentRow,
  method: PaymentMethodRow,
  { code, message }: DepositFailure,
): Promise<DomainError> {
  const attempt = await attemptOf(tx, setup);
  const details = attemptDetails(method, null);
  const facts = { code, message, type: "invalid_request_error" } as const;
  const after = await failSetup(tx, { setup, method, attempt, details }, facts);
  const { environment } = tx.viewer;
  const extra = {
    payment_method: toPaymentMethod(method, environment),
    setup_intent: toSetupIntent(after, environment),
  };
  return invalid(message, { code, extra });
}

async function attemptOf(tx: Tx, { id, latestAttemptId }: SetupIntentRow): Promise<SetupAttemptRow> {
  const attempt = latestAttemptId === null ? undefined : await find(tx, setupAttempts, latestAttemptId);
  if (!attempt) throw new Error(`Setup ${id} waits for deposits without an attempt`);
  return attempt;
}
