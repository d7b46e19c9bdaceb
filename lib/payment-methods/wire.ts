import type Stripe from "stripe";
import type { InstrumentType, VaultedInstrument } from "#db/schema/customers";
import type { paymentMethods } from "#db/schema/index";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import { seconds } from "#lib/clock";

export type PaymentMethodRow = typeof paymentMethods.$inferSelect;

/** The API's payment method. */
export function toPaymentMethod(row: PaymentMethodRow, environment: ViewedEnvironment): Stripe.PaymentMethod {
  return {
    id: row.id,
    object: "payment_method",
    allow_redisplay: row.allowRedisplay,
    billing_details: row.billingDetails,
    created: seconds(row.createdAt),
    customer: row.customerId,
    customer_account: null,
    livemode: environment.kind === "live",
    metadata: row.metadata,
    radar_options: {},
    type: row.type,
    ...instrumentOf(row),
  };
}

function instrumentOf(row: PaymentMethodRow): Pick<Stripe.PaymentMethod, InstrumentType> {
  const { instrument } = row;
  switch (instrument.type) {
    case "card":
      return { card: cardOf(instrument, row) };
    case "customer_balance":
      return { customer_balance: {} };
    case "sepa_debit":
      return { sepa_debit: sepaDebitOf(instrument) };
    case "us_bank_account":
      return { us_bank_account: usBankAccountOf(instrument) };
  }
}

type Instrument<T extends VaultedInstrument["type"]> = Extract<VaultedInstrument, { type: T }>;

function cardOf(
  { card, fingerprint, last4 }: Instrument<"card">,
  { checks }: PaymentMethodRow,
): Stripe.PaymentMethod.Card {
  return {
    brand: card.brand,
    checks: {
      address_line1_check: checks.line1,
      address_postal_code_check: checks.postalCode,
      cvc_check: checks.cvc,
    },
    country: card.country,
    display_brand: card.displayBrand,
    exp_month: card.expMonth,
    exp_year: card.expYear,
    fingerprint,
    funding: card.funding,
    generated_from: null,
    last4,
    networks: { available: card.networks, preferred: card.preferredNetwork ?? null },
    regulated_status: "unregulated",
    three_d_secure_usage: { supported: card.threeDSecureSupported },
    wallet: null,
  };
}

function sepaDebitOf({
  sepaDebit,
  fingerprint,
  last4,
}: Instrument<"sepa_debit">): Stripe.PaymentMethod.SepaDebit {
  return {
    bank_code: sepaDebit.bankCode,
    branch_code: sepaDebit.branchCode,
    country: sepaDebit.country,
    fingerprint,
    generated_from: { charge: null, setup_attempt: null },
    last4,
  };
}

function usBankAccountOf(instrument: Instrument<"us_bank_account">): Stripe.PaymentMethod.UsBankAccount {
  const { usBankAccount, fingerprint, last4 } = instrument;
  return {
    account_holder_type: usBankAccount.accountHolderType,
    account_type: usBankAccount.accountType,
    bank_name: usBankAccount.bankName,
    financial_connections_account: null,
    fingerprint,
    last4,
    networks: { preferred: "ach", supported: ["ach"] },
    routing_number: usBankAccount.routingNumber,
    status_details: {},
  };
}
