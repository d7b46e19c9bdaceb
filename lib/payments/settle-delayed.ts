import { change, find } from "#db/rows";
import { charges, paymentMethods } from "#db/schema/index";
import { transaction } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { tallyCharge } from "#lib/figures/tally";
import type { AuthorizeAnswer } from "#lib/processors/processor";
import { findCharge, findPayment } from "./find-payment.ts";
import { newCharge } from "./new-charge.ts";
import { fail, succeed } from "./settle-attempt.ts";

export interface DelayedPayment extends Record<string, unknown> {
  chargeId: string;
  answer: Extract<AuthorizeAnswer, { result: "processing" }>;
}

/** What became of a bank debit: the money came, or the bank said no. Does nothing to a charge that is over. */
export function settleDelayed(viewer: Viewer, { chargeId, answer }: DelayedPayment): Promise<void> {
  return transaction(viewer, async (tx) => {
    const pending = await findCharge(tx, chargeId);
    if (pending.status !== "pending") return;
    const intent = await findPayment(tx, pending.paymentIntentId);
    const method =
      pending.paymentMethodId === null ? undefined : await find(tx, paymentMethods, pending.paymentMethodId);
    if (!method) throw new Error(`Charge ${chargeId} has lost its payment method`);

    const { risk, checks, authentication, outcome } = answer;
    if (outcome.result === "succeeded") {
      const charge = await change(tx, charges, pending, {
        status: "succeeded",
        paid: true,
        captured: true,
        capturedAt: tx.now,
        amountCaptured: pending.amount,
      });
      await tallyCharge(tx, charge, pending);
      await succeed(tx, intent, charge, method, { availableAtOnce: false, checks });
      return;
    }
    const declined = { ...outcome, risk, checks, authentication };
    const context = { id: chargeId, now: tx.now, environment: viewer.environment };
    const {
      status,
      outcome: why,
      failureCode,
      failureMessage,
      declineCode,
    } = newCharge(intent, method, declined, context);
    const charge = await change(tx, charges, pending, {
      status,
      outcome: why,
      failureCode,
      failureMessage,
      declineCode,
    });
    await tallyCharge(tx, charge, pending);
    await fail(tx, intent, charge, method, declined);
  });
}
