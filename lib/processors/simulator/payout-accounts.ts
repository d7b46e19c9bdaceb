import { hasPayoutFailure, type PayoutFailure } from "#lib/payout-failures";
import type { PayoutAccount, PayoutAccountInput, PayoutAccountResult } from "../processor.ts";
import { bankOf, compactIban, isIban } from "./iban.ts";
import { fingerprint } from "./invented.ts";
import { resolve } from "./reference.ts";
import { testRoutingNumber } from "./test-us-accounts.ts";

type Outcome = "success" | PayoutFailure;

/** What becomes of a payout to an account whose number ends so, in every country but where IBANs are used. */
const endings: Record<string, Outcome> = {
  "1111116": "no_account",
  "1111113": "account_closed",
  "2222227": "insufficient_funds",
  "3333335": "debit_not_authorized",
  "4444440": "invalid_currency",
};

/** The same for IBANs, of any country: the documented ones all end like the German account they are made from. */
const ibanEndings: Record<string, Outcome> = {
  "3001": "no_account",
  "3002": "account_closed",
  "3003": "insufficient_funds",
  "3004": "debit_not_authorized",
  "3005": "invalid_currency",
};

const numbersThatSucceed = /^0*12345(6(7(89?)?)?)?$/;
const prefix = "payout_account";

/** Recognises a test account of the business's own bank. Whatever is not one is refused, and forgotten. */
export function payoutAccount(input: PayoutAccountInput): PayoutAccountResult {
  const number = compactIban(input.accountNumber);
  if (/^[A-Z]{2}\d{2}/.test(number)) return ibanAccount(number);
  if (input.country === "US" && input.routingNumber?.replaceAll("-", "") !== testRoutingNumber) {
    const message = `You must use a test routing number in test mode. Try ${testRoutingNumber}.`;
    return { ok: false, code: "routing_number_invalid", param: "routing_number", message };
  }
  const digits = number.replaceAll(/\D/g, "");
  const outcome = endings[digits.slice(-7)] ?? (numbersThatSucceed.test(digits) ? "success" : undefined);
  if (!outcome) return refused("000123456789");
  return { ok: true, account: accountOf(input.country, outcome, digits, input.routingNumber ?? null) };
}

/** What a payout to a reference comes to: a failure, or null; also for the accounts that payments are debited from. */
export function payoutFailureOf(reference: string): PayoutFailure | null {
  if (reference.startsWith(`${prefix}:`)) {
    const outcome = reference.split(":")[2] ?? "";
    return hasPayoutFailure(outcome) ? outcome : null;
  }
  const found = resolve(reference);
  if (found.type === "card") return found.card.behaviour.payout === "fails" ? "could_not_process" : null;
  const failure = found.behaviour.failure ?? "";
  if (failure === "generic_could_not_process") return "could_not_process";
  return hasPayoutFailure(failure) ? failure : null;
}

/** Whether the holder of an account tells the bank, after money was taken from it, that it should not have been. */
export function isTakenBack(reference: string): boolean {
  if (reference.startsWith(`${prefix}:`)) return false;
  const found = resolve(reference);
  return found.type === "debit" && found.behaviour.dispute !== undefined;
}

/** Whether the bank behind a reference takes payouts within minutes. */
export function isInstant(reference: string): boolean {
  const [kind, country = ""] = reference.split(":");
  if (kind === prefix) return country !== "US";
  if (kind === "sepa_debit") return true;
  if (kind !== "card") return false;
  const found = resolve(reference);
  return (
    found.type === "card" && found.card.funding === "debit" && found.card.behaviour.payout !== "standard_only"
  );
}

function ibanAccount(iban: string): PayoutAccountResult {
  const made = /05320130\d\d$/.test(iban);
  if (!made && !isIban(iban)) {
    const message = "The IBAN you provided is invalid.";
    return { ok: false, code: "invalid_bank_account_iban", param: "account_number", message };
  }
  const outcome = made ? (ibanEndings[iban.slice(-4)] ?? "success") : "success";
  const { bankCode, country } = bankOf(iban);
  return { ok: true, account: accountOf(country, outcome, iban, bankCode) };
}

function accountOf(
  country: string,
  outcome: Outcome,
  number: string,
  routingNumber: string | null,
): PayoutAccount {
  const reference = `${prefix}:${country}:${outcome}`;
  return {
    reference,
    fingerprint: fingerprint(`payout ${country} ${number}`),
    last4: number.slice(-4),
    country,
    bankName: "TEST BANK",
    routingNumber,
    instant: isInstant(reference),
  };
}

function refused(example: string): PayoutAccountResult {
  const message = `You must use a test bank account number in test mode. Try ${example} or see more options at https://stripe.com/docs/connect/testing#account-numbers.`;
  return { ok: false, code: "account_number_invalid", param: "account_number", message };
}
