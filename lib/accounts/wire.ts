import type Stripe from "stripe";
import type { accounts } from "#db/schema/index";
import { seconds } from "#lib/clock";
import { contactOf, supportAddressOf } from "./wire-contact.ts";

type AccountRow = typeof accounts.$inferSelect;

/** The API's account: the business itself, which is open for all that it does. */
export function toAccount(row: AccountRow): Stripe.Account {
  const contact = contactOf(row.settings);
  const { supportEmail, supportPhone, supportUrl, website } = contact;
  return {
    id: row.id,
    object: "account",
    business_profile: {
      annual_revenue: null,
      estimated_worker_count: null,
      mcc: null,
      minority_owned_business_designation: null,
      name: row.name,
      product_description: null,
      specified_commercial_transactions_act_url: null,
      support_address: supportAddressOf(contact),
      support_email: supportEmail,
      support_phone: supportPhone,
      support_url: supportUrl,
      url: website,
    },
    business_type: null,
    capabilities: Object.fromEntries(capabilities.map((name) => [name, "active"])),
    charges_enabled: true,
    controller: { type: "account" },
    country: row.country,
    created: seconds(row.createdAt),
    default_currency: row.defaultCurrency,
    details_submitted: true,
    email: supportEmail,
    future_requirements: nothingRequired(),
    groups: null,
    metadata: {},
    payouts_enabled: true,
    requirements: nothingRequired(),
    settings: settingsOf(row),
    tos_acceptance: { date: null, ip: null, user_agent: null },
    type: "standard",
  };
}

/** One thing that the account may do, with the time since when. */
export function toCapability(name: string, row: AccountRow): Stripe.Capability {
  const requirements = nothingRequired();
  return {
    id: name,
    object: "capability",
    account: row.id,
    future_requirements: requirements,
    requested: true,
    requested_at: seconds(row.createdAt),
    requirements,
    status: "active",
  };
}

/** What an account may do here. */
export const capabilities = [
  "card_payments",
  "sepa_debit_payments",
  "transfers",
  "us_bank_account_ach_payments",
] as const;

function settingsOf({ name, timeZone, settings }: AccountRow): Stripe.Account.Settings {
  return {
    bacs_debit_payments: { display_name: null, service_user_number: null },
    branding: { icon: null, logo: null, primary_color: null, secondary_color: null },
    card_payments: {
      decline_on: { avs_failure: false, cvc_failure: false },
      statement_descriptor_prefix: settings.statementDescriptorPrefix,
      statement_descriptor_prefix_kana: null,
      statement_descriptor_prefix_kanji: null,
    },
    dashboard: { display_name: name, timezone: timeZone },
    invoices: { default_account_tax_ids: null, hosted_payment_method_save: null },
    payments: {
      statement_descriptor: settings.statementDescriptor,
      statement_descriptor_kana: null,
      statement_descriptor_kanji: null,
      statement_descriptor_prefix_kana: null,
      statement_descriptor_prefix_kanji: null,
    },
    sepa_debit_payments: {},
  };
}

function nothingRequired() {
  return {
    alternatives: [],
    current_deadline: null,
    currently_due: [],
    disabled_reason: null,
    errors: [],
    eventually_due: [],
    past_due: [],
    pending_verification: [],
  };
}
