import { may, type Permission } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import type { PaymentStatus } from "./payment-filters.ts";

const taken = ["succeeded", "partially_refunded", "refund_pending", "dispute_won", "inquiry"] as const;

/** What the menu of a payment's row offers, by the word the list shows. */
const offered = {
  refund: { permission: "refunds:write", statuses: taken },
  receipt: {
    permission: "receipts:send",
    statuses: [...taken, "refunded", "needs_response", "disputed", "dispute_lost"],
  },
  capture: { permission: "payments:write", statuses: ["uncaptured"] },
  cancel: { permission: "payments:write", statuses: ["uncaptured"] },
} as const satisfies Record<string, { permission: Permission; statuses: readonly PaymentStatus[] }>;

export type RowAction = keyof typeof offered;

const inOrder = ["refund", "capture", "cancel", "receipt"] as const satisfies readonly RowAction[];

/** What this viewer may do to a payment in this state. The page it leads to knows the rest, and says it. */
export function rowActions(viewer: Viewer, status: PaymentStatus): RowAction[] {
  return inOrder.filter((action) => {
    const { permission, statuses } = offered[action];
    const allowed: readonly PaymentStatus[] = statuses;
    return may(viewer, permission) && allowed.includes(status);
  });
}
