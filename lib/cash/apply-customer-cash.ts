import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { claimed } from "#lib/operations/claimed";
import { applyCash, stillToSend } from "#lib/payments/apply-cash";
import { findPayment } from "#lib/payments/find-payment";
import { waitsForTransfer } from "#lib/payments/transfer-instructions";
import type { PaymentIntentRow } from "#lib/payments/wire";
import { cashIn } from "./balances.ts";

/** Pays a payment that waits for a transfer with what its customer sent ahead. `amount`: minor units, default all it lacks. */
export async function applyCustomerCash(
  viewer: Viewer,
  input: { paymentId: string; amount?: number; currency?: string },
): Promise<PaymentIntentRow> {
  authorize(viewer, "payments:write");
  return transaction(viewer, (tx) =>
    claimed(tx, async () => {
      const payment = await findPayment(tx, input.paymentId);
      assertWaits(payment, input.currency);
      const lacks = stillToSend(payment);
      const there = await cashIn(tx, String(payment.customerId), payment.currency);
      const amount = input.amount ?? Math.min(lacks, there);
      if (amount > lacks) {
        throw invalid(`This PaymentIntent lacks only ${lacks} ${payment.currency}.`, {
          code: "amount_too_large",
          param: "amount",
        });
      }
      if (amount > there || amount === 0) {
        throw invalid("The customer's cash balance does not cover this amount.", {
          code: "insufficient_funds",
          param: "amount",
        });
      }
      return applyCash(tx, payment, amount);
    }),
  );
}

function assertWaits(payment: PaymentIntentRow, currency: string | undefined): void {
  if (!waitsForTransfer(payment)) {
    throw invalid(
      "The customer's cash balance can be applied only to a PaymentIntent that waits for a bank transfer.",
      { code: "payment_intent_unexpected_state", extra: { payment_intent: payment.id } },
    );
  }
  if (currency === undefined || currency === payment.currency) return;
  throw invalid(`This PaymentIntent is in ${payment.currency}, not in ${currency}.`, { param: "currency" });
}
