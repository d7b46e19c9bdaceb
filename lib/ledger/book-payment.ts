import type { InstrumentType } from "#db/schema/customers";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import { availableOn } from "./available-on.ts";
import { convert } from "./exchange-rates.ts";
import { feeFor, feeTableFor } from "./fees.ts";
import { type Amount, type Posting, partialCaptureReversed, paymentPostings, released } from "./posting.ts";
import { type NewBalanceTransaction, partialCaptureTransaction, paymentTransaction } from "./transactions.ts";

/** What the ledger needs to know of a charge that was captured. Amounts in minor units of `currency`. */
export interface CapturedPayment {
  chargeId: string;
  description: string | null;
  /** What was authorised, and how much of it was taken. */
  amount: number;
  captured: number;
  currency: string;
  methodType: InstrumentType;
  cardCountry: string | null;
  availableAtOnce: boolean;
}

export interface LedgerEntry {
  transaction: NewBalanceTransaction;
  postings: Posting[];
}

/** What the books of a business say of its payments. */
export type Books = Pick<ViewedEnvironment, "country" | "feeOverrides"> & {
  /** What this payment is settled in. */
  settlesIn: string;
  /** Days that the account holds its money, where it chose a number of its own. */
  delayDays: number | null;
};

/**
 * The entries of a captured payment at `now` (milliseconds): the charge, and the part that was not captured.
 * Pure, so that demo data and payments are booked by the same rule.
 */
export function bookPayment(books: Books, payment: CapturedPayment, now: number): LedgerEntry[] {
  const paid = { amount: payment.amount, currency: payment.currency };
  const { settled, rate } = settle(books, paid);
  const taken = settle(books, { ...paid, amount: payment.captured }).settled;
  const due = availableOn({
    country: books.country,
    method: payment.methodType,
    createdAt: now,
    availableAtOnce: payment.availableAtOnce,
    delayDays: books.delayDays,
  });
  const fee = feeFor({
    table: feeTableFor(books),
    method: payment.methodType,
    cardCountry: payment.cardCountry,
    amount: taken.amount,
    currency: taken.currency,
    converted: rate !== null,
  });
  const common = { now, sourceId: payment.chargeId, description: payment.description, exchangeRate: rate };

  const charge = paymentTransaction({
    ...common,
    settled,
    fee: fee.amount,
    feeDetails: fee.details,
    availableOn: due,
    type: payment.methodType === "card" ? "charge" : "payment",
  });
  const uncaptured = { amount: settled.amount - taken.amount, currency: settled.currency };
  const from = payment.methodType === "customer_balance" ? "funding" : "network";
  const entries = [{ transaction: charge, postings: paymentPostings(paid, settled, fee.amount, from) }];
  if (uncaptured.amount > 0) {
    const reversal = partialCaptureTransaction({ ...common, settled: uncaptured, availableOn: due });
    const notTaken = { amount: payment.amount - payment.captured, currency: payment.currency };
    entries.push({ transaction: reversal, postings: partialCaptureReversed(uncaptured, notTaken) });
  }
  if (charge.status === "available") {
    const net = { amount: taken.amount - fee.amount, currency: taken.currency };
    entries.at(-1)?.postings.push(...released(net));
  }
  return entries;
}

function settle(books: Pick<Books, "settlesIn">, paid: Amount): { settled: Amount; rate: string | null } {
  const { settlesIn: currency } = books;
  if (paid.currency === currency) return { settled: paid, rate: null };
  const { amount, rate } = convert(paid.amount, paid.currency, currency);
  return { settled: { amount, currency }, rate };
}
