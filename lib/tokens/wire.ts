import type Stripe from "stripe";
import type { TokenDetails, VaultedInstrument } from "#db/schema/customers";
import type { tokens } from "#db/schema/index";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import { seconds } from "#lib/clock";
import { brandName } from "#lib/payment-methods/brand-name";

export type TokenRow = typeof tokens.$inferSelect;

/** The API's token. */
export function toToken(row: TokenRow, environment: ViewedEnvironment): Stripe.Token {
  const { card, bankAccount } = row.details;
  return {
    id: row.id,
    object: "token",
    ...(bankAccount && row.instrument ? { bank_account: bankAccountOf(bankAccount, row.instrument) } : {}),
    ...(card && row.instrument?.type === "card" ? { card: cardOf(card, row.instrument) } : {}),
    client_ip: row.clientIp,
    created: seconds(row.createdAt),
    livemode: environment.kind === "live",
    type: row.type,
    used: row.usedAt !== null,
  };
}

function cardOf(
  { id, name, address, currency }: NonNullable<TokenDetails["card"]>,
  { card, fingerprint, last4 }: Extract<VaultedInstrument, { type: "card" }>,
): Stripe.Card {
  return {
    id,
    object: "card",
    address_city: address.city,
    address_country: address.country,
    address_line1: address.line1,
    address_line1_check: address.line1 === null ? null : "unchecked",
    address_line2: address.line2,
    address_state: address.state,
    address_zip: address.postal_code,
    address_zip_check: address.postal_code === null ? null : "unchecked",
    brand: brandName(card.brand),
    country: card.country,
    ...(currency === null ? {} : { currency }),
    cvc_check: card.cvcProvided ? "unchecked" : null,
    dynamic_last4: null,
    exp_month: card.expMonth,
    exp_year: card.expYear,
    fingerprint,
    funding: card.funding,
    last4,
    metadata: {},
    name,
    networks: { preferred: card.preferredNetwork ?? null },
    regulated_status: "unregulated",
    tokenization_method: null,
  };
}

function bankAccountOf(
  account: NonNullable<TokenDetails["bankAccount"]>,
  { fingerprint, last4 }: VaultedInstrument,
): Stripe.BankAccount {
  return {
    id: account.id,
    object: "bank_account",
    account_holder_name: account.accountHolderName,
    account_holder_type: account.accountHolderType,
    account_type: account.accountType,
    bank_name: account.bankName,
    country: account.country,
    currency: account.currency,
    fingerprint,
    last4,
    routing_number: account.routingNumber,
    status: "new",
  };
}
