import type Stripe from "stripe";
import type { CardFacts } from "#db/schema/customers";
import { seconds } from "#lib/clock";
import type { AuthorizeAnswer, Authentication } from "#lib/processors/processor";
import { type HoldTerms, mostCapturable } from "#lib/payments/hold-terms";
import type { PaymentMethodRow } from "./wire.ts";

interface ChargedAmount {
  amount: number;
  currency: string;
  /** The terms on which a card holds the money; null where nothing waits to be captured. */
  hold: HoldTerms | null;
  /** What a debit was made under. */
  mandateId?: string | null;
}

/** The `payment_method_details` of a charge: the instrument as it was, and what the bank said of it. Amounts in minor units. */
export function chargeMethodDetails(
  method: PaymentMethodRow,
  answer: AuthorizeAnswer,
  charged: ChargedAmount,
): Stripe.Charge.PaymentMethodDetails {
  const { instrument } = method;
  switch (instrument.type) {
    case "card": {
      const card = cardDetails(instrument.card, instrument, answer, charged);
      return { card, type: "card" } satisfies Stripe.Charge.PaymentMethodDetails;
    }
    case "customer_balance":
      return { customer_balance: {}, type: "customer_balance" } satisfies Stripe.Charge.PaymentMethodDetails;
    case "sepa_debit": {
      const { bankCode, branchCode, country } = instrument.sepaDebit;
      const { fingerprint, last4 } = instrument;
      return {
        sepa_debit: {
          bank_code: bankCode,
          branch_code: branchCode,
          country,
          fingerprint,
          last4,
          mandate: charged.mandateId ?? null,
        },
        type: "sepa_debit",
      } satisfies Stripe.Charge.PaymentMethodDetails;
    }
    case "us_bank_account": {
      const { bankName, routingNumber, accountHolderType, accountType } = instrument.usBankAccount;
      return {
        type: "us_bank_account",
        us_bank_account: {
          account_holder_type: accountHolderType,
          account_type: accountType,
          bank_name: bankName,
          fingerprint: instrument.fingerprint,
          last4: instrument.last4,
          ...(charged.mandateId ? { mandate: charged.mandateId } : {}),
          payment_reference: null,
          routing_number: routingNumber,
        },
      } satisfies Stripe.Charge.PaymentMethodDetails;
    }
  }
}

function cardDetails(
  card: CardFacts,
  { fingerprint, last4 }: { fingerprint: string; last4: string },
  answer: AuthorizeAnswer,
  charged: ChargedAmount,
): Stripe.Charge.PaymentMethodDetails.Card {
  const succeeded = answer.result === "succeeded" ? answer : null;
  const { hold } = charged;
  return {
    amount_authorized: succeeded ? charged.amount : null,
    authorization_code: succeeded?.authorizationCode ?? null,
    brand: card.brand,
    ...(hold ? { capture_before: seconds(hold.captureBefore) } : {}),
    checks: {
      address_line1_check: answer.checks.line1,
      address_postal_code_check: answer.checks.postalCode,
      cvc_check: answer.checks.cvc,
    },
    country: card.country,
    electronic_commerce_indicator: answer.authentication?.eci ?? null,
    exp_month: card.expMonth,
    exp_year: card.expYear,
    extended_authorization: { status: hold?.extended ? "enabled" : "disabled" },
    fingerprint,
    funding: card.funding,
    incremental_authorization: { status: availability(hold?.incremental) },
    installments: null,
    last4,
    mandate: null,
    multicapture: { status: availability(hold?.multicapture) },
    network: card.preferredNetwork ?? card.networks[0] ?? card.brand,
    network_token: { used: false },
    network_transaction_id: succeeded?.networkTransactionId ?? null,
    overcapture: {
      maximum_amount_capturable: hold ? mostCapturable(charged.amount, hold) : charged.amount,
      status: availability(hold !== null && hold.overcapturePercent > 0),
    },
    regulated_status: "unregulated",
    three_d_secure: answer.authentication && {
      ...threeDSecureOf(answer.authentication),
      exemption_indicator: answer.authentication.result === "exempted" ? "low_risk" : null,
    },
    transaction_link_id: null,
    wallet: null,
  };
}

function availability(granted = false): "available" | "unavailable" {
  return granted ? "available" : "unavailable";
}

/** What a card's authentication came to, as the API has it. */
export function threeDSecureOf(
  authentication: Authentication,
): Stripe.SetupAttempt.PaymentMethodDetails.Card.ThreeDSecure {
  return {
    authentication_flow: authentication.flow,
    electronic_commerce_indicator: authentication.eci,
    result: authentication.result,
    result_reason: authentication.resultReason,
    transaction_id: null,
    version: authentication.version,
  };
}
