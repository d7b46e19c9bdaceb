import { may, type Permission } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { isAllowed, type PaymentAction, statesBehind } from "../status.ts";
import { listedStatuses, type PaymentStatus } from "./payment-filters.ts";

const taken = ["succeeded", "partially_refunded", "refund_pending", "dispute_won", "inquiry"] as const;

/** In which words a list says that a payment can be changed so, whatever state is behind them. */
function wordsOf(action: PaymentAction): PaymentStatus[] {
  return listedStatuses.filter((word) => statesBehind[word].every((state) => isAllowed(action, state)));
}

/** What the menu of a payment's row offers, by the word the list shows, in the order of the menu. */
const offered = {
  refund: { permission: "refunds:write", statuses: taken },
  capture: { permission: "payments:write", statuses: wordsOf("capture") },
  collect: { permission: "payments:write", statuses: wordsOf("confirm") },
  cancel: { permission: "payments:write", statuses: wordsOf("cancel") },
  receipt: {
    permission: "receipts:send",
    statuses: [...taken, "refunded", "needs_response", "disputed", "dispute_lost"],
  },
} as const satisfies Record<string, { permission: Permission; statuses: readonly PaymentStatus[] }>;

export type RowAction = keyof typeof offered;

const inOrder = ["refund", "capture", "collect", "cancel", "receipt"] as const satisfies readonly RowAction[];

/** What this viewer may do to a payment in this state. The page it leads to knows the rest, and says it. */
export function rowActions(viewer: Viewer, status: PaymentStatus): RowAction[] {
  return inOrder.filter((action) => {
    const { permission, statuses } = offered[action];
    const allowed: readonly PaymentStatus[] = statuses;
    return may(viewer, permission) && allowed.includes(status);
  });
}
