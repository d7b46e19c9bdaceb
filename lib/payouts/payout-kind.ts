import type { PayoutRow } from "./wire.ts";

export const payoutKinds = ["automatic", "manual", "instant", "debit", "reversal"] as const;

/** What people tell payouts apart by. */
export function payoutKindOf({
  amount,
  automatic,
  method,
  originalPayoutId,
}: Pick<PayoutRow, "amount" | "automatic" | "method" | "originalPayoutId">): (typeof payoutKinds)[number] {
  if (originalPayoutId !== null) return "reversal";
  if (amount < 0) return "debit";
  if (method === "instant") return "instant";
  return automatic ? "automatic" : "manual";
}
