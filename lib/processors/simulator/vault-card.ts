import type { VaultInput, VaultResult } from "../processor.ts";
import { digitsOf, isCardNumber } from "./card-number.ts";
import { cardInstrument } from "./instruments.ts";
import { cardNumbered } from "./test-cards.ts";

type TypedCard = Extract<VaultInput, { type: "card" }>;
type Refusal = Extract<VaultResult, { ok: false }>;

/** Recognises a test card; checks what was typed in the order the API blames it. */
export function vaultCard(input: TypedCard, now: number): VaultResult {
  const digits = digitsOf(input.number);
  if (digits === null) return refused("invalid_number", "number", "Your card number is invalid.");
  if (!isCardNumber(digits)) return refused("incorrect_number", "number", "Your card number is incorrect.");
  const expYear = fullYear(input.expYear, yearOf(now));
  const refusal = refusedDate(input.expMonth, expYear, now) ?? refusedCvc(digits, input.cvc);
  if (refusal) return refusal;

  const card = cardNumbered(digits);
  if (!card) return liveCard;
  const entry = { expMonth: input.expMonth, expYear, cvcProvided: input.cvc !== undefined };
  return { ok: true, instrument: cardInstrument(card, entry) };
}

/** Two digits mean the nearest such year, as far ahead as fifty. */
function fullYear(year: number, thisYear: number): number {
  if (year < 0 || year > 99) return year;
  const century = thisYear - (thisYear % 100);
  return century + year > thisYear + 50 ? century + year - 100 : century + year;
}

function refusedDate(month: number, year: number, now: number): Refusal | null {
  const badMonth = refused("invalid_expiry_month", "exp_month", "Your card's expiration month is invalid.");
  if (!Number.isInteger(month) || month < 1 || month > 12) return badMonth;
  const thisYear = yearOf(now);
  if (!Number.isInteger(year) || year < thisYear || year > thisYear + 50) {
    return refused("invalid_expiry_year", "exp_year", "Your card's expiration year is invalid.");
  }
  return year === thisYear && month < new Date(now).getUTCMonth() + 1 ? badMonth : null;
}

function refusedCvc(digits: string, cvc: string | undefined): Refusal | null {
  if (cvc === undefined) return null;
  const american = /^3[47]/.test(digits);
  if ((american ? /^\d{3,4}$/ : /^\d{3}$/).test(cvc)) return null;
  return refused("invalid_cvc", "cvc", "Your card's security code is invalid.");
}

function yearOf(now: number): number {
  return new Date(now).getUTCFullYear();
}

function refused(code: string, param: string, message: string): Refusal {
  return { ok: false, code, param, message };
}

/** A card that is none of the network's: somebody's own, by mistake. */
const liveCard: Refusal = {
  ok: false,
  code: "card_declined",
  declineCode: "test_mode_live_card",
  param: "number",
  message:
    "Your card was declined. Your request was in test mode, but used a non test card. For a list of valid test cards, visit: https://stripe.com/docs/testing.",
};
