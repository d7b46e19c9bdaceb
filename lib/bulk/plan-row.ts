import type { BulkAct } from "#db/schema/bulk";
import { rounded, toParts } from "#lib/decimal";
import { hasReceipt } from "#lib/receipts/send-receipt";
import { refundable, whyNotRefundable } from "#lib/refunds/refundable";
import type { CustomerRow } from "#lib/customers/wire";
import { isAllowed } from "#lib/disputes/status";
import type { DisputeRow } from "#lib/disputes/wire";
import type { BalanceTransactionRow } from "#lib/ledger/transactions";
import type { ChargeRow, PaymentIntentRow } from "#lib/payments/wire";

/** What a run will do to one row: with how much money, or why nothing. */
export type Plan = { amount: number | null; currency: string | null; fee?: number } | { leftOut: LeftOut };

type LeftOut =
  | NonNullable<ReturnType<typeof whyNotRefundable>>
  | "other_currency"
  | "amount_too_large"
  | "amount_too_small"
  | "no_receipt"
  | "no_address"
  | "answered"
  | "at_work";

/** What is known of a payment when a run is gathered. */
export interface Candidate {
  payment: PaymentIntentRow;
  charge: ChargeRow | null;
  /** Where its customer is written to. */
  email: string | null;
}

/** Decides once, while a run is gathered, what will be done to a payment. */
export function planRow(
  act: Extract<BulkAct, { act: "refund" | "receipt" | "metadata" }>,
  candidate: Candidate,
  now: number,
): Plan {
  switch (act.act) {
    case "refund":
      return planRefund(act.share, candidate, now);
    case "receipt":
      if (!candidate.charge || !hasReceipt(candidate.charge)) return { leftOut: "no_receipt" };
      return candidate.email === null ? { leftOut: "no_address" } : { amount: null, currency: null };
    case "metadata":
      return { amount: null, currency: null };
  }
}

/** Deleting a customer takes what credit they have with it. */
export function planDeletion({
  balance,
  currency,
}: Pick<CustomerRow, "balance" | "currency">): Exclude<Plan, { leftOut: LeftOut }> {
  return balance < 0 ? { amount: -balance, currency } : { amount: null, currency: null };
}

/** Accepting a dispute leaves with the customer what was taken for it, fees and all; an inquiry took nothing. */
export function planAcceptance(
  dispute: Pick<DisputeRow, "status" | "activeOperationId">,
  taken: Pick<BalanceTransactionRow, "net" | "fee" | "currency"> | undefined,
): Plan {
  if (!isAllowed("accept", dispute.status)) return { leftOut: "answered" };
  if (dispute.activeOperationId !== null) return { leftOut: "at_work" };
  if (!taken) return { amount: null, currency: null };
  return { amount: -taken.net, fee: taken.fee, currency: taken.currency };
}

type Share = Extract<BulkAct, { act: "refund" }>["share"];

function planRefund(share: Share, { charge }: Candidate, now: number): Plan {
  const why = whyNotRefundable(charge, now);
  if (why || !charge) return { leftOut: why ?? "not_paid" };
  const { currency } = charge;
  const left = refundable(charge);
  if ("all" in share) return { amount: left, currency };
  if ("amount" in share && share.currency !== currency) return { leftOut: "other_currency" };
  const amount = "amount" in share ? share.amount : percentOf(charge.amountCaptured, share.percent);
  if (amount > left) return { leftOut: "amount_too_large" };
  return amount < 1 ? { leftOut: "amount_too_small" } : { amount, currency };
}

/** Rounded once, halves up. */
function percentOf(amount: number, percent: string): number {
  return rounded((BigInt(amount) * toParts(percent)) / 100n);
}
