import type { PayoutRow } from "./wire.ts";

/** What the security history keeps of a payout. */
export function auditedPayout({ amount, currency, status, method }: PayoutRow) {
  return { amount, currency, status, method };
}
