import type { AccountSettings } from "#db/schema/accounts";
import type { InstrumentType } from "#db/schema/customers";
import type { FeeDetail } from "#db/schema/ledger";
import { multiplyRate } from "#lib/money";
import { shift } from "./decimal.ts";
import { convert } from "./exchange-rates.ts";
import {
  type DisputeFeeEntry,
  documentedFees,
  type FeeEntry,
  type FeeRate,
  type FeeTable,
} from "./fee-table.ts";

export interface FeeQuestion {
  table: FeeTable;
  method: InstrumentType;
  /** Where the card was issued, upper-case; null where it is unknown or no card. */
  cardCountry: string | null;
  /** What the merchant is paid, minor units of the currency it settles in. */
  amount: number;
  currency: string;
  /** The customer paid in another currency. */
  converted: boolean;
}

/** What a payment costs, in minor units of its settlement currency. Each component is rounded once, a half up. */
export function feeFor(question: FeeQuestion): { amount: number; details: FeeDetail[] } {
  const details = [component(question, priced(question), "Processing fees")];
  if (question.converted) details.push(component(question, "conversion", "Currency conversion fee"));
  return { amount: details.reduce((sum, detail) => sum + detail.amount, 0), details };
}

/** What the processing of a payment is priced at, whatever its amount. */
export function rateFor(question: Omit<FeeQuestion, "amount" | "converted">): {
  entry: FeeEntry;
  rate: FeeRate;
} {
  const entry = priced(question);
  return { entry, rate: question.table.rates[entry] };
}

/** The account's fees: the documented ones of its country, replaced entry by entry by its own. */
export function feeTableFor(account: {
  country: string;
  feeOverrides: AccountSettings["feeOverrides"];
}): FeeTable {
  const table = documentedFees(account.country);
  if (!account.feeOverrides) return table;
  return { ...table, rates: { ...table.rates, ...account.feeOverrides } };
}

/** What one kind of cost comes to for an amount, in minor units of the settlement currency. */
export function component(
  { amount, currency, table }: Pick<FeeQuestion, "amount" | "currency" | "table">,
  entry: FeeEntry | DisputeFeeEntry,
  description: string,
): FeeDetail {
  return {
    amount: costOf(amount, inCurrency(table.rates[entry], table.currency, currency)),
    application: null,
    currency,
    description,
    type: "stripe_fee",
  };
}

function costOf(amount: number, rate: FeeRate): number {
  const cost = multiplyRate(amount, shift(rate.percent, -2)) + rate.fixed;
  return rate.cap === undefined ? cost : Math.min(cost, rate.cap);
}

function inCurrency(rate: FeeRate, from: string, to: string): FeeRate {
  if (from === to) return rate;
  const fixed = convert(rate.fixed, from, to).amount;
  return rate.cap === undefined
    ? { ...rate, fixed }
    : { ...rate, fixed, cap: convert(rate.cap, from, to).amount };
}

function priced({
  method,
  cardCountry,
  table,
}: Pick<FeeQuestion, "method" | "cardCountry" | "table">): FeeEntry {
  if (method !== "card") return method;
  if (cardCountry === null || table.domestic.has(cardCountry)) return "card_domestic";
  return table.nearby.has(cardCountry) ? "card_nearby" : "card_international";
}
