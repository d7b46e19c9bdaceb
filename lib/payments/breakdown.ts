import type { FeeDetail } from "#db/schema/ledger";
import type { BalanceTransactionRow } from "#lib/ledger/transactions";
import type { RefundRow } from "#lib/refunds/wire";
import type { ChargeRow } from "./wire.ts";

/** How a payment's net comes about. Amounts in minor units of `currency`, the one the account settles in. */
export interface PaymentBreakdown {
  currency: string;
  /** What the customer paid, in the customer's currency. */
  paid: { amount: number; currency: string };
  /** The same as it reached the balance. */
  gross: number;
  /** Settlement per unit paid, an exact decimal; null where nothing was converted. */
  rate: string | null;
  /** What was taken or came back since; with `gross` they add up to `net`. */
  lines: BreakdownLine[];
  net: number;
  /** Milliseconds: when the last of the net comes, or came, due. */
  availableOn: number;
  available: boolean;
}

export type BreakdownLine =
  | { kind: "fee"; key: string; amount: number; parts: FeeDetail[] }
  | { kind: "refund" | "refund_returned"; key: string; amount: number; at: number; refund: RefundRow }
  | { kind: DisputeLineKind; key: string; amount: number; at: number };

type DisputeLineKind =
  "dispute" | "dispute_fee" | "dispute_returned" | "network_fee" | "network_fee_returned";

/** The breakdown of what was booked for a charge and its refunds; null while nothing was. */
export function breakdownOf(
  charge: ChargeRow,
  refunds: readonly RefundRow[],
  transactions: readonly BalanceTransactionRow[],
): PaymentBreakdown | null {
  const booked = transactions.find(({ id }) => id === charge.balanceTransactionId);
  if (!booked) return null;
  const own = transactions.filter(({ sourceId }) => sourceId === charge.id);
  const gross = own.reduce((sum, { amount }) => sum + amount, 0);
  const lines = [
    ...feeLines(own),
    ...refunds.flatMap((refund) => refundLines(refund, transactions)),
    ...transactions.flatMap(disputeLines),
  ];
  const due = Math.max(...own.map(({ availableOn }) => availableOn));
  return {
    currency: booked.currency,
    paid: { amount: charge.amountCaptured, currency: charge.currency },
    gross,
    rate: booked.exchangeRate,
    lines,
    net: lines.reduce((sum, { amount }) => sum + amount, gross),
    availableOn: due,
    available: own.every(({ status }) => status === "available"),
  };
}

function feeLines(own: readonly BalanceTransactionRow[]): BreakdownLine[] {
  return own
    .filter(({ fee }) => fee !== 0)
    .map(({ id, fee, feeDetails }) => ({ kind: "fee", key: id, amount: -fee, parts: feeDetails }));
}

function refundLines(refund: RefundRow, transactions: readonly BalanceTransactionRow[]): BreakdownLine[] {
  return transactions
    .filter(({ sourceId }) => sourceId === refund.id)
    .map(({ id, net, type, createdAt }) => ({
      kind: type === "refund_failure" ? "refund_returned" : "refund",
      key: id,
      amount: net,
      at: createdAt,
      refund,
    }));
}

/** What a balance transaction of a dispute moved, line by line; nothing for any other. */
export function disputeLines({
  id,
  amount,
  fee,
  type,
  reportingCategory,
  createdAt: at,
}: BalanceTransactionRow) {
  const line = (kind: DisputeLineKind, moved: number) =>
    moved === 0 ? [] : [{ kind, key: `${id}-${kind}`, amount: moved, at }];
  if (reportingCategory === "dispute") return [...line("dispute", amount), ...line("dispute_fee", -fee)];
  if (reportingCategory === "dispute_reversal") return line("dispute_returned", amount);
  if (type !== "stripe_fee") return [];
  return line(amount < 0 ? "network_fee" : "network_fee_returned", amount);
}
