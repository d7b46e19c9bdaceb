import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { hasReceipt } from "#lib/receipts/send-receipt";
import { whyNotRefundable } from "#lib/refunds/refundable";
import { isAllowed } from "./status.ts";
import type { ChargeRow, PaymentIntentRow } from "./wire.ts";

/** Why something that somebody would look for cannot be done now. */
export type Obstacle = NonNullable<ReturnType<typeof whyNotRefundable>> | "being_changed";

export interface OfferedAction {
  action: "receipt" | "cancel" | "capture" | "refund" | "collect";
  /** Null: it can be done. */
  obstacle: Obstacle | null;
}

/** What this viewer can do to a payment, the main thing last. What the role lacks is not in it. */
export function offeredActions(
  viewer: Viewer,
  payment: PaymentIntentRow,
  charge: ChargeRow | null,
): OfferedAction[] {
  const busy = payment.activeOperationId === null ? null : ("being_changed" as const);
  const offered: OfferedAction[] = [];
  if (may(viewer, "receipts:send") && charge && hasReceipt(charge)) {
    offered.push({ action: "receipt", obstacle: null });
  }
  if (may(viewer, "payments:write") && isAllowed("cancel", payment.status)) {
    offered.push({ action: "cancel", obstacle: busy });
  }
  if (may(viewer, "refunds:write") && isRefundLookedFor(payment)) {
    offered.push({ action: "refund", obstacle: busy ?? whyNotRefundable(charge, viewer.now()) });
  }
  if (may(viewer, "payments:write") && isAllowed("capture", payment.status)) {
    offered.push({ action: "capture", obstacle: busy });
  }
  if (may(viewer, "payments:write") && isAllowed("confirm", payment.status)) {
    offered.push({ action: "collect", obstacle: busy });
  }
  return offered;
}

/** Where money moved or is about to, somebody may look for the refund. */
function isRefundLookedFor({ status }: PaymentIntentRow): boolean {
  return isAllowed("refund", status) || isAllowed("capture", status) || status === "processing";
}
