import type Stripe from "stripe";
import { threeDSecureOf } from "#lib/payment-methods/charge-details";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import type { SetUpAnswer } from "#lib/processors/processor";

/** The `payment_method_details` of an attempt: the instrument as it was, and what the bank said of it so far. */
export function attemptDetails(
  { instrument }: PaymentMethodRow,
  answer: SetUpAnswer | null,
): Stripe.SetupAttempt.PaymentMethodDetails {
  switch (instrument.type) {
    case "customer_balance":
      throw new Error("What a customer sent ahead is not set up");
    case "sepa_debit":
      return { type: "sepa_debit", sepa_debit: {} };
    case "us_bank_account":
      return { type: "us_bank_account", us_bank_account: {} };
    case "card": {
      const { card, fingerprint, last4 } = instrument;
      return {
        card: {
          brand: card.brand,
          checks: answer && {
            address_line1_check: answer.checks.line1,
            address_postal_code_check: answer.checks.postalCode,
            cvc_check: answer.checks.cvc,
          },
          country: card.country,
          exp_month: card.expMonth,
          exp_year: card.expYear,
          fingerprint,
          funding: card.funding,
          last4,
          network: card.preferredNetwork ?? card.networks[0] ?? card.brand,
          three_d_secure: answer?.authentication ? threeDSecureOf(answer.authentication) : null,
          wallet: null,
        },
        type: "card",
      };
    }
  }
}
