import type { Tx, Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import { movePayment } from "./move-payment.ts";
import type { PaymentIntentRow } from "./wire.ts";

/** Throws where a browser's key would confirm a payment that its maker keeps to the business's server. */
export function assertMayConfirm(
  { publishable }: Pick<Viewer, "publishable">,
  { id, confirmationMethod }: PaymentIntentRow,
): void {
  if (!publishable || confirmationMethod === "automatic") return;
  throw invalid(
    `This PaymentIntent ${id} cannot be confirmed using your publishable key because its \`confirmation_method\` is set to \`manual\`. Please use your secret key instead, or create a PaymentIntent with \`confirmation_method\` set to \`automatic\`.`,
  );
}

/** The payment whose customer proved to be the card's holder, where the business is to confirm it once more. */
export function awaitConfirmation(
  tx: Tx,
  payment: PaymentIntentRow,
  { id: paymentMethodId }: PaymentMethodRow,
): Promise<PaymentIntentRow> {
  const { amount, currency } = payment;
  return movePayment(tx, payment, null, {
    status: "requires_confirmation",
    nextAction: { type: "confirm_again", proven: { paymentMethodId, amount, currency } },
  });
}

/** Whether a payment's customer proved to hold this card, for what it asks for now. */
export function isProven(
  { nextAction, amount, currency }: PaymentIntentRow,
  { id }: PaymentMethodRow,
): boolean {
  const proven = nextAction?.proven;
  return proven?.paymentMethodId === id && proven.amount === amount && proven.currency === currency;
}
