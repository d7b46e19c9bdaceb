import type Stripe from "stripe";
import type { externalAccounts } from "#db/schema/index";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import { brandName } from "#lib/payment-methods/brand-name";

export type ExternalAccountRow = typeof externalAccounts.$inferSelect;

/** The API's bank account or card that the business is paid out to. */
export function toExternalAccount(
  row: ExternalAccountRow,
  environment: Pick<ViewedEnvironment, "accountId">,
): Stripe.ExternalAccount {
  return row.type === "card" ? toCard(row, environment) : toBankAccount(row, environment);
}

/** What the API shows of one that was taken away. */
export function toDeletedExternalAccount({
  id,
  type,
  currency,
}: ExternalAccountRow): Stripe.DeletedExternalAccount {
  return { id, object: type, currency, deleted: true };
}

function toBankAccount(
  row: ExternalAccountRow,
  { accountId }: Pick<ViewedEnvironment, "accountId">,
): Stripe.BankAccount {
  return {
    id: row.id,
    object: "bank_account",
    account: accountId,
    account_holder_name: row.holderName,
    account_holder_type: row.holderType,
    account_type: row.accountType,
    available_payout_methods: methodsOf(row),
    bank_name: row.bankName,
    country: row.country,
    currency: row.currency,
    customer: null,
    default_for_currency: row.defaultForCurrency,
    fingerprint: row.fingerprint,
    future_requirements: nothingRequired(),
    last4: row.last4,
    metadata: row.metadata,
    requirements: nothingRequired(),
    routing_number: row.routingNumber,
    status: row.status,
  };
}

function toCard(row: ExternalAccountRow, { accountId }: Pick<ViewedEnvironment, "accountId">): Stripe.Card {
  if (!row.card) throw new Error(`External account ${row.id} is a card without a card`);
  const { address, card } = row;
  return {
    id: row.id,
    object: "card",
    account: accountId,
    address_city: address?.city ?? null,
    address_country: address?.country ?? null,
    address_line1: address?.line1 ?? null,
    address_line1_check: address?.line1 ? "unchecked" : null,
    address_line2: address?.line2 ?? null,
    address_state: address?.state ?? null,
    address_zip: address?.postal_code ?? null,
    address_zip_check: address?.postal_code ? "unchecked" : null,
    allow_redisplay: null,
    available_payout_methods: methodsOf(row),
    brand: brandName(card.brand),
    country: card.country,
    currency: row.currency,
    customer: null,
    cvc_check: card.cvcProvided ? "unchecked" : null,
    default_for_currency: row.defaultForCurrency,
    dynamic_last4: null,
    exp_month: card.expMonth,
    exp_year: card.expYear,
    fingerprint: row.fingerprint,
    funding: card.funding,
    last4: row.last4,
    metadata: row.metadata,
    name: row.holderName,
    networks: { preferred: card.preferredNetwork ?? null },
    regulated_status: "unregulated",
    status: row.status,
    tokenization_method: null,
  };
}

function methodsOf({ instant }: ExternalAccountRow): ("instant" | "standard")[] {
  return instant ? ["standard", "instant"] : ["standard"];
}

function nothingRequired() {
  return { currently_due: [], errors: [], past_due: [], pending_verification: [] };
}
