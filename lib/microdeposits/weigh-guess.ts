import { change, find, update } from "#db/rows";
import { depositVerifications, paymentMethods } from "#db/schema/index";
import type { Handle } from "#db/transaction";
import type { Tx } from "#lib/auth/viewer";
import { type DomainError, invalid } from "#lib/errors";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import { processor } from "#lib/processors/index";
import type { DepositGuess, DepositsReading } from "#lib/processors/processor";
import { type DepositFailure, exhausted, mismatch, mostFailures, tooLate } from "./failures.ts";
import { newestOfSubject, type VerificationRow, wrongGuesses } from "./find-verification.ts";

export interface Weighed {
  verification: VerificationRow;
  method: PaymentMethodRow;
  /** `wrong`: it may be tried again; `failed`: it may not, and what waited has to end. */
  outcome: { is: "proven" } | { is: "wrong"; error: DomainError } | { is: "failed"; failure: DepositFailure };
}

/** The deposits that a payment or setup waits for, and where they were sent. */
export async function pendingDeposits(
  handle: Handle,
  subjectId: string,
): Promise<{ verification: VerificationRow; method: PaymentMethodRow }> {
  const verification = await newestOfSubject(handle, subjectId);
  const method = verification && (await find(handle, paymentMethods, verification.paymentMethodId));
  if (!method || verification.status !== "pending") throw new Error(`${subjectId} waits for no deposits`);
  return { verification, method };
}

/** Asks the processor what a guess is worth. Not inside a transaction. */
export async function readGuess(
  handle: Handle,
  subjectId: string,
  guess: DepositGuess,
): Promise<DepositsReading> {
  const { method } = await pendingDeposits(handle, subjectId);
  return processor().readDeposits({ reference: method.instrument.reference, guess });
}

/**
 * Counts a guess: the method is proven by a right one, and can never be once there were too many wrong ones, at however
 * many payments and confirmations.
 */
export async function weighGuess(
  tx: Tx,
  subjectId: string,
  guess: DepositGuess,
  reading: DepositsReading,
): Promise<Weighed> {
  const { verification, method } = await pendingDeposits(tx, subjectId);
  const end = (failure: DepositFailure) => endVerification(tx, { verification, method }, failure);
  if (accountOf(method).usBankAccount.holder === "unprovable") return end(exhausted);
  switch (reading) {
    case "right": {
      await update(tx, depositVerifications, verification.id, { status: "verified" });
      return { verification, method: await setHolder(tx, method, "proven"), outcome: { is: "proven" } };
    }
    case "exhausted":
      return end(exhausted);
    case "too_late":
      return end(tooLate);
    case "wrong": {
      const before = await wrongGuesses(tx, verification);
      if (before + 1 >= mostFailures[guess.kind]) return end(exhausted);
      const failures = verification.failures + 1;
      const counted = await change(tx, depositVerifications, verification, { failures });
      const { message, ...facts } = mismatch[guess.kind];
      return { verification: counted, method, outcome: { is: "wrong", error: invalid(message, facts) } };
    }
  }
}

/** Gives a verification up. After too many guesses its account can never be proven. */
export async function endVerification(
  tx: Tx,
  { verification, method }: { verification: VerificationRow; method: PaymentMethodRow },
  failure: DepositFailure,
): Promise<Weighed> {
  const ended = await change(tx, depositVerifications, verification, { status: "failed" });
  const after = failure === exhausted ? await setHolder(tx, method, "unprovable") : method;
  return { verification: ended, method: after, outcome: { is: "failed", failure } };
}

async function setHolder(
  tx: Tx,
  method: PaymentMethodRow,
  holder: "proven" | "unprovable",
): Promise<PaymentMethodRow> {
  const instrument = accountOf(method);
  const usBankAccount = { ...instrument.usBankAccount, holder };
  return change(tx, paymentMethods, method, { instrument: { ...instrument, usBankAccount } });
}

function accountOf({ id, instrument }: PaymentMethodRow) {
  if (instrument.type !== "us_bank_account") throw new Error(`${id} is no bank account to prove`);
  return instrument;
}
