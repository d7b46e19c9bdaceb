import type { RefundStatus } from "#db/schema/payments";
import { isRelease } from "./release.ts";
import type { RefundRow } from "./wire.ts";

/** What people are told of a refund's state: whether it waits for the balance, and that one that let a hold go gave nothing back. */
export type RefundStanding = RefundStatus | "waiting" | "released";

/** Where a refund stands, as people are told. */
export function standingOf(
  refund: Pick<RefundRow, "status" | "pendingReason" | "balanceTransactionId">,
): RefundStanding {
  if (isRelease(refund)) return "released";
  return refund.status === "pending" && refund.pendingReason === "insufficient_funds"
    ? "waiting"
    : refund.status;
}
