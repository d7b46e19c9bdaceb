import type { ViewedEnvironment } from "#lib/auth/viewer";
import type { FeeEntry, FeeRate } from "#lib/ledger/fee-table";
import { feeFor, feeTableFor, rateFor } from "#lib/ledger/fees";
import type { PaymentBreakdown } from "./breakdown.ts";
import { methodFacts } from "./method-facts.ts";
import type { ChargeRow, PaymentIntentRow } from "./wire.ts";

/** The price of a payment: `fixed` in minor units of the settlement currency. */
export interface PricedAt {
  entry: FeeEntry;
  rate: FeeRate;
}

/** The price that a payment's fee comes from; null where prices have changed since, so that it would not come out. */
export function pricedAt(
  environment: ViewedEnvironment,
  payment: PaymentIntentRow,
  charge: ChargeRow,
  { gross, currency, rate: exchangeRate, lines }: PaymentBreakdown,
): PricedAt | null {
  const table = feeTableFor(environment);
  const { type, card } = methodFacts(payment, charge);
  if (type === null || table.currency !== currency) return null;
  const question = { table, method: type, cardCountry: card?.country ?? null, currency };
  const fee = feeFor({ ...question, amount: gross, converted: exchangeRate !== null });
  const booked = lines.filter(({ kind }) => kind === "fee").reduce((sum, { amount }) => sum - amount, 0);
  return fee.amount === booked ? rateFor(question) : null;
}
