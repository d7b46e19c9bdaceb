import type Stripe from "stripe";
import type { VaultedInstrument } from "#db/schema/customers";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import { seconds } from "#lib/clock";
import { brandName } from "#lib/payment-methods/brand-name";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";

type Instrument<T extends VaultedInstrument["type"]> = Extract<VaultedInstrument, { type: T }>;
type CustomerSource = Stripe.Card | Stripe.BankAccount | Stripe.Source;

/** A payment method as the API's older object that it is too. */
export function toCustomerSource(row: PaymentMethodRow, environment: ViewedEnvironment): CustomerSource {
  switch (row.sourceObject) {
    case "card":
      return toCard(row);
    case "bank_account":
      return toBankAccount(row);
    case "source":
      return toSource(row, environment);
    case null:
      throw new Error(`Payment method ${row.id} is no source`);
  }
}

/** What is left of a card or bank account that was taken from its customer; a source only ends. */
export function toDeletedSource(
  row: PaymentMethodRow,
  environment: ViewedEnvironment,
): Stripe.DeletedCustomerSource | Stripe.Source {
  if (row.sourceObject === "source") return toSource(row, environment);
  const { id, sourceFacts } = row;
  const currency = sourceFacts?.currency ?? null;
  if (row.sourceObject === "card")
    return { id, object: "card", ...(currency && { currency }), deleted: true };
  return { id, object: "bank_account", currency, deleted: true };
}

/** The API's source. `client_secret` is left to whoever may see it. */
export function toSource(row: PaymentMethodRow, environment: ViewedEnvironment): Stripe.Source {
  const facts = row.sourceFacts?.source;
  if (!facts) throw new Error(`Payment method ${row.id} is no source`);
  const { address, email, name, phone } = row.billingDetails;
  return {
    id: row.id,
    object: "source",
    allow_redisplay: row.allowRedisplay,
    amount: facts.amount,
    client_secret: facts.clientSecret,
    created: seconds(row.createdAt),
    currency: row.sourceFacts?.currency ?? null,
    ...(row.customerId !== null && { customer: row.customerId }),
    flow: "none",
    livemode: environment.kind === "live",
    metadata: row.metadata,
    owner: {
      address: Object.values(address).some((part) => part !== null) ? address : null,
      email,
      name,
      phone,
      verified_address: null,
      verified_email: null,
      verified_name: null,
      verified_phone: null,
    },
    statement_descriptor: facts.statementDescriptor,
    status: row.retiredAt === null ? "chargeable" : "consumed",
    ...instrumentOf(row, facts.mandateReference),
    usage: facts.usage,
  };
}

function instrumentOf(
  row: PaymentMethodRow,
  mandateReference: string | null,
): Pick<Stripe.Source, "type" | "card" | "sepa_debit"> {
  const { instrument } = row;
  if (instrument.type === "card") return { type: "card", card: sourceCard(row, instrument) };
  if (instrument.type !== "sepa_debit") throw new Error(`A source of type ${instrument.type} does not exist`);
  const { bankCode, branchCode, country } = instrument.sepaDebit;
  return {
    type: "sepa_debit",
    sepa_debit: {
      bank_code: bankCode,
      branch_code: branchCode,
      country,
      fingerprint: instrument.fingerprint,
      last4: instrument.last4,
      mandate_reference: mandateReference,
      mandate_url: null,
    },
  };
}

function sourceCard({ billingDetails, checks }: PaymentMethodRow, instrument: Instrument<"card">) {
  const { card, fingerprint, last4 } = instrument;
  return {
    address_line1_check: checks.line1,
    address_zip_check: checks.postalCode,
    brand: brandName(card.brand),
    country: card.country,
    cvc_check: checks.cvc,
    dynamic_last4: null,
    exp_month: card.expMonth,
    exp_year: card.expYear,
    fingerprint,
    funding: card.funding,
    last4,
    name: billingDetails.name,
    three_d_secure: card.threeDSecureSupported ? "optional" : "not_supported",
    tokenization_method: null,
  };
}

function toCard({ instrument, billingDetails, checks, ...row }: PaymentMethodRow): Stripe.Card {
  if (instrument.type !== "card") throw new Error(`Card ${row.id} has no card`);
  const { card, fingerprint, last4 } = instrument;
  const { address, name } = billingDetails;
  const currency = row.sourceFacts?.currency ?? null;
  return {
    id: row.id,
    object: "card",
    address_city: address.city,
    address_country: address.country,
    address_line1: address.line1,
    address_line1_check: checks.line1,
    address_line2: address.line2,
    address_state: address.state,
    address_zip: address.postal_code,
    address_zip_check: checks.postalCode,
    allow_redisplay: row.allowRedisplay,
    brand: brandName(card.brand),
    country: card.country,
    ...(currency === null ? {} : { currency }),
    customer: row.customerId,
    cvc_check: checks.cvc,
    dynamic_last4: null,
    exp_month: card.expMonth,
    exp_year: card.expYear,
    fingerprint,
    funding: card.funding,
    last4,
    metadata: row.metadata,
    name,
    networks: { preferred: card.preferredNetwork ?? null },
    regulated_status: "unregulated",
    tokenization_method: null,
  };
}

function toBankAccount({ instrument, ...row }: PaymentMethodRow): Stripe.BankAccount {
  const american = instrument.type === "us_bank_account" ? instrument.usBankAccount : null;
  const facts = row.sourceFacts?.bankAccount;
  return {
    id: row.id,
    object: "bank_account",
    account_holder_name: row.billingDetails.name,
    account_holder_type: facts?.holderType ?? null,
    account_type: facts?.accountType ?? null,
    bank_name: american?.bankName ?? null,
    country: facts?.country ?? "US",
    currency: row.sourceFacts?.currency ?? (american ? "usd" : "eur"),
    customer: row.customerId,
    fingerprint: instrument.fingerprint,
    last4: instrument.last4,
    metadata: row.metadata,
    routing_number: american?.routingNumber ?? null,
    status: row.sourceStatus ?? "new",
  };
}
