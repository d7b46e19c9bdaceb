import type { CardFacts, VaultedInstrument } from "../processor.ts";
import { bankOf } from "./iban.ts";
import { fingerprint } from "./invented.ts";
import type { TestCard } from "./test-card.ts";
import type { TestIban } from "./test-ibans.ts";
import { testRoutingNumber, type TestUsAccount } from "./test-us-accounts.ts";

/** When a card runs out, and whether its security code was typed. */
export interface CardEntry {
  expMonth: number;
  expYear: number;
  cvcProvided: boolean;
}

export function cardFingerprint({ name }: TestCard): string {
  return fingerprint(`card ${name}`);
}

/** What may be stored of a card: its name, never its number. */
export function cardInstrument(card: TestCard, entry: CardEntry): VaultedInstrument {
  return {
    reference: `card:${card.name}${entry.cvcProvided ? "" : noCvc}`,
    fingerprint: cardFingerprint(card),
    last4: card.number.slice(-4),
    type: "card",
    card: { ...entry, ...cardFacts(card) },
  };
}

export function sepaInstrument({ name, iban }: TestIban): VaultedInstrument {
  return {
    reference: `sepa_debit:${name}`,
    fingerprint: fingerprint(`sepa ${name}`),
    last4: iban.slice(-4),
    type: "sepa_debit",
    sepaDebit: bankOf(iban),
  };
}

export function usInstrument(
  { name, number }: TestUsAccount,
  holder: { accountHolderType: string; accountType: string; holder?: "unproven" },
): VaultedInstrument {
  return {
    reference: `us_bank_account:${name}`,
    fingerprint: fingerprint(`us ${name}`),
    last4: number.slice(-4),
    type: "us_bank_account",
    usBankAccount: { bankName: "TEST BANK", routingNumber: testRoutingNumber, ...holder },
  };
}

/** The end of a card's reference when no security code was typed, so that none can be checked. */
export const noCvc = ":no_cvc";

function cardFacts(card: TestCard): Omit<CardFacts, keyof CardEntry> {
  return {
    brand: card.brand,
    displayBrand: displayBrands[card.brand] ?? card.brand,
    country: card.country,
    funding: card.funding,
    networks: card.coBrand ? [card.coBrand, card.brand] : card.brand === "unknown" ? [] : [card.brand],
    issuer: null,
    threeDSecureSupported: card.behaviour.authentication !== "not_supported",
  };
}

/** Brands the API spells in full where a card is displayed. */
const displayBrands: Record<string, string> = {
  amex: "american_express",
  diners: "diners_club",
  unionpay: "union_pay",
  unknown: "other",
};
