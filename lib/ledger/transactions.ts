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
