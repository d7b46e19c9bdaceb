import type { Tx } from "#lib/auth/viewer";
import { cardError, type DomainError, invalid } from "#lib/errors";
import { type PaymentMethodRow, toPaymentMethod } from "#lib/payment-methods/wire";
import { movePayment, recordIntent } from "./move-payment.ts";
import { type PaymentIntentRow, toPaymentIntent } from "./wire.ts";

interface Reason {
  code: string;
  declineCode?: string | null;
  message: string;
  /** What the payment remembers: the card's holder was not there, or the account is not proven to be theirs. */
  type: "card_error" | "invalid_request_error";
}

/** Nobody is left who sent anything ahead. */
export const customerGone = {
  code: "resource_missing",
  message: "The customer of this payment was deleted, so it cannot be paid with what they sent ahead.",
  type: "invalid_request_error",
} as const;

/** The payment after it failed before any bank was asked, so that there is no charge; returns what its caller is told. */
export async function failUncharged(
  tx: Tx,
  intent: PaymentIntentRow,
  method: PaymentMethodRow,
  { code, declineCode, message, type }: Reason,
): Promise<DomainError> {
  const { environment } = tx.viewer;
  const payment_method = toPaymentMethod(method, environment);
  const facts = { code, decline_code: declineCode ?? undefined, message, type };
  const after = await movePayment(tx, intent, null, {
    status: "requires_payment_method",
    paymentMethodId: null,
    lastPaymentError: { ...facts, payment_method },
  });
  await recordIntent(tx, "payment_intent.payment_failed", after);
  const extra = { payment_intent: toPaymentIntent(after, environment), payment_method };
  if (type === "invalid_request_error") return invalid(message, { code, extra });
  return cardError(message, { code, declineCode: declineCode ?? undefined, extra });
}
