import type { CustomerRow } from "#lib/customers/wire";
import type { DisputeRow } from "#lib/disputes/wire";
import type { BalanceTransactionRow } from "#lib/ledger/transactions";
import { convert } from "#lib/ledger/exchange-rates";
import type { ChargeRow } from "#lib/payments/wire";
import { isRelease } from "#lib/refunds/release";
import type { RefundRow } from "#lib/refunds/wire";
import type { Measure } from "./measures.ts";

/** A contribution of one object to the figures, at a moment in milliseconds. */
export interface Cell {
  at: number;
  facets: Facets;
  /** Of a failure: when the payment was tried again or paid. */
  until: number | null;
  values: Partial<Record<Measure, number>>;
}

/** What figures are told apart by; empty where it tells nothing apart. */
export interface Facets {
  currency: string;
  country: string;
  method: string;
  brand: string;
  reason: string;
}

/** The columns of a charge that figures are made of. */
export type CountedCharge = Pick<
  ChargeRow,
  | "createdAt"
  | "currency"
  | "status"
  | "captured"
  | "capturedAt"
  | "canceledAt"
  | "amountCaptured"
  | "paymentMethodDetails"
  | "outcome"
  | "failureCode"
  | "declineCode"
>;
export type CountedRefund = Pick<RefundRow, "createdAt" | "amount" | "currency" | "status"> &
  Partial<Pick<RefundRow, "balanceTransactionId">>;
export type CountedDispute = Pick<DisputeRow, "createdAt" | "amount" | "currency" | "withdrawnAt" | "status">;
export type CountedTransaction = Pick<
  BalanceTransactionRow,
  "createdAt" | "amount" | "fee" | "currency" | "reportingCategory"
>;

/**
 * What a payment adds, of all its attempts, first to last: each attempt when it was made; what was captured when
 * it was; the payment itself, tried and perhaps paid, at its first attempt; and its failures, each until the next
 * attempt that failed or succeeded. `own`: the account's currency.
 */
export function cellsOfPayment(charges: readonly CountedCharge[], own: string): Cell[] {
  const [first] = charges;
  if (!first) return [];
  const paid = charges.some(({ captured, status }) => captured && status === "succeeded");
  return [
    cell(first.createdAt, facetsOf(first), { tried: 1, paidOfTried: paid ? 1 : 0 }),
    ...charges.flatMap((charge) => cellsOfAttempt(charge, own)),
    ...failuresOf(charges),
  ];
}

function cellsOfAttempt(charge: CountedCharge, own: string): Cell[] {
  const { createdAt, capturedAt, amountCaptured: gross, currency } = charge;
  const facets = facetsOf(charge);
  const attempt = cell(createdAt, facets, { attempts: 1, accepted: charge.status === "succeeded" ? 1 : 0 });
  if (gross === 0) return [attempt];
  const taken = {
    gross,
    grossOwn: inOwn(gross, currency, own),
    payments: charge.captured ? 1 : 0,
  };
  return [attempt, cell(capturedAt ?? createdAt, facets, taken)];
}

/** A debit that was called off did not fail. */
function failuresOf(charges: readonly CountedCharge[]): Cell[] {
  const decided = charges.filter(({ status, canceledAt }) => status !== "pending" && canceledAt === null);
  return decided.flatMap((charge, index) => {
    if (charge.status !== "failed") return [];
    const next = decided[index + 1];
    const failed = cell(charge.createdAt, { ...none, currency: charge.currency, reason: reasonOf(charge) });
    return [{ ...failed, until: next?.createdAt ?? null, values: { failures: 1 } }];
  });
}

/** Why an attempt failed, in the word that people are told. */
export function reasonOf({
  outcome,
  declineCode,
  failureCode,
}: Pick<CountedCharge, "outcome" | "declineCode" | "failureCode">): string {
  return outcome?.type === "blocked" ? "blocked" : (declineCode ?? failureCode ?? "unknown");
}

/** What a refund adds when it is made; nothing once it failed or was taken back. */
export function cellsOfRefund(refund: CountedRefund, own: string): Cell[] {
  const { createdAt, amount, currency, status } = refund;
  if (status === "failed" || status === "canceled" || isRelease(refund)) return [];
  const values = { refunds: 1, refunded: amount, refundedOwn: inOwn(amount, currency, own) };
  return [cell(createdAt, { ...none, currency }, values)];
}

/** What a dispute adds when it is opened; an inquiry adds nothing unless it leads to one. */
export function cellsOfDispute(dispute: CountedDispute, own: string): Cell[] {
  const { createdAt, amount, currency, withdrawnAt } = dispute;
  if (withdrawnAt === null) return [];
  const values = { disputes: 1, disputed: amount, disputedOwn: inOwn(amount, currency, own) };
  return [cell(createdAt, { ...none, currency }, values)];
}

/** What a balance transaction adds to the net volume, and what it cost. Money to and from the bank is neither. */
export function cellsOfTransaction(transaction: CountedTransaction, own: string): Cell[] {
  const { createdAt, amount, fee, currency, reportingCategory } = transaction;
  const ofBusiness = !ofBank.has(reportingCategory);
  const net = (ofBusiness ? amount : 0) - fee;
  const fees = reportingCategory === "fee" ? -amount : fee;
  if (net === 0 && fees === 0) return [];
  const values = { net, netOwn: inOwn(net, currency, own), fees, feesOwn: inOwn(fees, currency, own) };
  return [cell(createdAt, { ...none, currency }, values)];
}

/** Reporting categories of money that moves between the balance and the business's own bank. */
export const ofBank: ReadonlySet<string> = new Set([
  "payout",
  "payout_reversal",
  "payout_minimum_balance_hold",
  "payout_minimum_balance_release",
  "topup",
  "topup_reversal",
]);

export function cellsOfCustomer({ createdAt }: Pick<CustomerRow, "createdAt">): Cell[] {
  return [cell(createdAt, none, { customers: 1 })];
}

const none: Facets = { currency: "", country: "", method: "", brand: "", reason: "" };

function cell(at: number, facets: Facets, values: Cell["values"] = {}): Cell {
  return { at, facets, until: null, values };
}

function facetsOf({ currency, paymentMethodDetails: details }: CountedCharge): Facets {
  const { type, card, sepa_debit: debit } = details;
  const country = card ? card.country : type === "us_bank_account" ? "US" : debit?.country;
  return { currency, country: country ?? "", method: type, brand: card?.brand ?? "", reason: "" };
}

function inOwn(amount: number, currency: string, own: string): number {
  return currency === own ? amount : convert(amount, currency, own).amount;
}
