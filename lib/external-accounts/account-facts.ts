import type { Address, VaultedInstrument } from "#db/schema/customers";
import { countries, isCountry } from "#lib/accounts/countries";
import { cardError, invalid } from "#lib/errors";
import { vaultInstrument } from "#lib/payment-methods/vault-instrument";
import type { TypedCard } from "#lib/payment-methods/vault-method-data";
import { processor } from "#lib/processors/index";
import type { Viewer } from "#lib/auth/viewer";
import type { ExternalAccountRow } from "./wire.ts";

export interface BankAccountInput {
  accountNumber: string;
  country: string;
  currency?: string;
  routingNumber?: string;
  holderName?: string;
  holderType?: string;
  accountType?: string;
}

export interface CardInput {
  card: TypedCard;
  currency?: string;
  name?: string;
  address?: Address;
}

/** What is kept of a bank account or card, whoever described it. */
export type AccountFacts = Pick<
  ExternalAccountRow,
  | "type"
  | "currency"
  | "country"
  | "reference"
  | "fingerprint"
  | "last4"
  | "holderName"
  | "holderType"
  | "accountType"
  | "bankName"
  | "routingNumber"
  | "card"
  | "address"
  | "instant"
>;

/** Hands a bank account's number to the processor. Calls the processor: not inside a transaction. */
export async function bankAccountFacts(given: BankAccountInput): Promise<AccountFacts> {
  const { accountNumber, country, routingNumber } = given;
  if (country === "US" && routingNumber === undefined) {
    const param = "external_account[routing_number]";
    throw invalid(`Missing required param: ${param}.`, { code: "parameter_missing", param });
  }
  const answer = await processor().payoutAccount({ accountNumber, country, routingNumber });
  if (!answer.ok) {
    throw invalid(answer.message, { code: answer.code, param: `external_account[${answer.param}]` });
  }
  const { account } = answer;
  return {
    ...account,
    type: "bank_account",
    currency: bankCurrency(account.country, given.currency),
    holderName: given.holderName ?? null,
    holderType: given.holderType ?? null,
    accountType: given.accountType ?? null,
    card: null,
    address: null,
  };
}

/** The same for a debit card. */
export async function cardFacts(viewer: Viewer, given: CardInput): Promise<AccountFacts> {
  const { number, expMonth, expYear, cvc } = given.card;
  const instrument = await vaultInstrument(viewer, { type: "card", number, expMonth, expYear, cvc });
  return instrumentFacts(instrument, given);
}

interface Described {
  currency?: string;
  name?: string | null;
  holderType?: string | null;
  accountType?: string | null;
  address?: Address | null;
}

/** The same for what a token stands for. */
export function instrumentFacts(instrument: VaultedInstrument, described: Described = {}): AccountFacts {
  const { reference, fingerprint, last4 } = instrument;
  const common = {
    reference,
    fingerprint,
    last4,
    instant: processor().isInstant(reference),
    holderName: described.name ?? null,
    holderType: described.holderType ?? null,
    accountType: described.accountType ?? null,
    bankName: null,
    routingNumber: null,
    card: null,
    address: null,
  };
  switch (instrument.type) {
    case "card": {
      assertDebit(instrument.card.funding);
      const { country } = instrument.card;
      const currency = described.currency ?? currencyOf(country);
      const address = described.address ?? null;
      return { ...common, type: "card", country, currency, card: instrument.card, address };
    }
    case "us_bank_account": {
      const { bankName, routingNumber } = instrument.usBankAccount;
      const currency = bankCurrency("US", described.currency);
      return { ...common, type: "bank_account", country: "US", currency, bankName, routingNumber };
    }
    case "sepa_debit": {
      const { country, bankCode: routingNumber } = instrument.sepaDebit;
      const currency = bankCurrency(country, described.currency);
      return { ...common, type: "bank_account", country, currency, routingNumber };
    }
  }
}

function assertDebit(funding: string): void {
  if (funding === "debit") return;
  throw cardError(
    "The card provided as an external account is not supported for payouts. Provide a non-prepaid debit card instead.",
    { code: "invalid_card_type", param: "external_account" },
  );
}

/** Banks in Europe hold the large currencies beside their own; others hold their own, or dollars. */
const beside: Record<"europe" | "elsewhere", readonly string[]> = {
  europe: ["eur", "gbp", "usd", "chf", "dkk", "nok", "sek"],
  elsewhere: ["usd"],
};
const european =
  "AT BE BG CH CY CZ DE DK EE ES FI FR GB GI GR HR HU IE IT LI LT LU LV MT NL NO PL PT RO SE SI SK".split(
    " ",
  );

function bankCurrency(country: string, given: string | undefined): string {
  const own = currencyOf(country);
  if (given === undefined || given === own) return own;
  const others = beside[european.includes(country) ? "europe" : "elsewhere"];
  if (country !== "US" && others.includes(given)) return given;
  throw invalid(`Bank accounts in ${country} cannot be paid out to in ${given}.`, {
    param: "external_account[currency]",
  });
}

function currencyOf(country: string): string {
  if (isCountry(country)) return countries[country];
  throw invalid(`Payouts to ${country} are not supported.`, {
    code: "country_unsupported",
    param: "external_account[country]",
  });
}
