import type { FeeDetail } from "#db/schema/ledger";
import type { balanceTransactions } from "#db/schema/index";
import { newId } from "#lib/ids";
import type { Amount } from "./posting.ts";

export type BalanceTransactionRow = typeof balanceTransactions.$inferSelect;
export type NewBalanceTransaction = Omit<BalanceTransactionRow, "environmentId">;

interface Common {
  now: number;
  sourceId: string;
  description: string | null;
  settled: Amount;
  exchangeRate: string | null;
}

/** What a captured charge adds to the balance, less its fee; pending until `availableOn`. */
export function paymentTransaction(
  input: Common & { fee: number; feeDetails: FeeDetail[]; availableOn: number; type: "charge" | "payment" },
): NewBalanceTransaction {
  return {
    ...common(input, input.type, "charge"),
    amount: input.settled.amount,
    fee: input.fee,
    net: input.settled.amount - input.fee,
    feeDetails: input.feeDetails,
    availableOn: input.availableOn,
    status: input.availableOn <= input.now ? "available" : "pending",
  };
}

/** What a refund takes from the balance, at once. */
export function refundTransaction(
  input: Common & { type: "refund" | "payment_refund" },
): NewBalanceTransaction {
  return out(input, input.type, "refund");
}

/** What a refund that came back brings. */
export function refundFailureTransaction(input: Common): NewBalanceTransaction {
  return {
    ...common(input, "refund_failure", "refund_failure"),
    amount: input.settled.amount,
    net: input.settled.amount,
  };
}

/** What a dispute takes from the balance, at once, and what it costs. */
export function disputeTransaction(
  input: Common & { fee: number; feeDetails: FeeDetail[] },
): NewBalanceTransaction {
  const { fee, feeDetails } = input;
  const taken = out(input, "adjustment", "dispute");
  return { ...taken, fee, feeDetails, net: taken.amount - fee };
}

/** What a dispute that was won brings back. */
export function disputeReversalTransaction(input: Common): NewBalanceTransaction {
  const { amount } = input.settled;
  return { ...common(input, "adjustment", "dispute_reversal"), amount, net: amount };
}

/** A fee of its own, or one that comes back. */
export function feeTransaction(input: Common & { direction: "taken" | "returned" }): NewBalanceTransaction {
  if (input.direction === "taken") return out(input, "stripe_fee", "fee");
  const { amount } = input.settled;
  return { ...common(input, "stripe_fee", "fee"), amount, net: amount };
}

/** The part of an authorisation that was not captured. It comes due together with the charge it belongs to. */
export function partialCaptureTransaction(input: Common & { availableOn: number }): NewBalanceTransaction {
  return {
    ...out(input, "refund", "partial_capture_reversal"),
    availableOn: input.availableOn,
    status: input.availableOn <= input.now ? "available" : "pending",
  };
}

function out(input: Common, type: string, category: string): NewBalanceTransaction {
  return { ...common(input, type, category), amount: -input.settled.amount, net: -input.settled.amount };
}

function common(input: Common, type: string, reportingCategory: string): NewBalanceTransaction {
  return {
    id: newId("txn", input.now),
    createdAt: input.now,
    availableOn: input.now,
    amount: 0,
    fee: 0,
    net: 0,
    currency: input.settled.currency,
    type,
    reportingCategory,
    status: "available",
    sourceId: input.sourceId,
    description: input.description,
    exchangeRate: input.exchangeRate,
    feeDetails: [],
    payoutId: null,
  };
}
