import type Stripe from "stripe";
import type { AttemptAnswer } from "./new-charge.ts";
import type { ChargeRow } from "./wire.ts";

/** What a payment remembers of an attempt that failed. */
export function paymentError(
  charge: ChargeRow,
  answer: AttemptAnswer,
  method: Stripe.PaymentMethod,
): Stripe.PaymentIntent.LastPaymentError {
  const declined = answer.result === "declined" ? answer : null;
  return {
    advice_code: declined?.advice ?? undefined,
    charge: charge.id,
    code: charge.failureCode ?? "card_declined",
    decline_code: charge.declineCode ?? undefined,
    network_decline_code: charge.outcome?.network_decline_code ?? undefined,
    message: charge.failureMessage ?? "Your card was declined.",
    param: declined?.param ?? undefined,
    payment_method: method,
    type: "card_error",
  };
}
