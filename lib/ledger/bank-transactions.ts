import type { FeeDetail } from "#db/schema/ledger";
import { newId } from "#lib/ids";
import type { NewBalanceTransaction } from "./transactions.ts";

interface BankMovement {
  now: number;
  sourceId: string;
  currency: string;
  /** Minor units, as the balance sees it: money out is negative. */
  amount: number;
  fee?: FeeDetail;
  description: string | null;
  /** The automatic payout that it belongs to. */
  payoutId?: string | null;
  /** When it is the merchant's, milliseconds; at once when not given. */
  pendingUntil?: number;
}

const kinds = {
  payout: "payout",
  payout_failure: "payout_reversal",
  payout_cancel: "payout_reversal",
  payout_minimum_balance_hold: "payout_minimum_balance_hold",
  payout_minimum_balance_release: "payout_minimum_balance_release",
  topup: "topup",
  topup_reversal: "topup_reversal",
} as const;

export type BankMovementType = keyof typeof kinds;

/** What the merchant sees of money between the balance and the business's own bank. */
export function bankTransaction(type: BankMovementType, movement: BankMovement): NewBalanceTransaction {
  const { now, amount, currency, sourceId, description, fee, payoutId, pendingUntil } = movement;
  return {
    id: newId("txn", now),
    createdAt: now,
    availableOn: pendingUntil ?? now,
    amount,
    fee: fee?.amount ?? 0,
    net: amount - (fee?.amount ?? 0),
    currency,
    type,
    reportingCategory: kinds[type],
    status: pendingUntil === undefined ? "available" : "pending",
    sourceId,
    description,
    exchangeRate: null,
    feeDetails: fee ? [fee] : [],
    payoutId: payoutId ?? null,
  };
}
