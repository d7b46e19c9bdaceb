import type { SentAhead } from "#db/schema/customers";
import type { AuthorizeAnswer } from "#lib/processors/processor";

/** The instrument of whoever pays with what they sent ahead. */
export const sentAhead: SentAhead = {
  type: "customer_balance",
  reference: "customer_balance",
  fingerprint: "",
  last4: "",
};

/** Currencies that customers can send ahead by bank transfer. */
export const cashCurrencies: readonly string[] = ["eur", "gbp", "jpy", "mxn", "usd"];

/** What a bank would answer to a payment whose money is here already. */
export const alreadyHere = {
  result: "succeeded",
  authorizationCode: null,
  networkTransactionId: null,
  futureDispute: null,
  availableAtOnce: true,
  review: null,
  risk: { level: "not_assessed", score: null },
  checks: { cvc: null, postalCode: null, line1: null },
  authentication: null,
} as const satisfies AuthorizeAnswer;
