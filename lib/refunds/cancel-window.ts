import { may } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { minute } from "#lib/clock";
import { waitsForBalance } from "./refundable.ts";
import type { RefundRow } from "./wire.ts";

/** For how long a card refund that was sent can be stopped, in the dashboard alone; milliseconds. */
const cancelWindow = 30 * minute;

/** Why a refund cannot be canceled now; null when it can. The screen and the command ask the same. */
export function whyNotCancelable(viewer: Viewer, refund: RefundRow): "not_allowed" | "sent" | null {
  if (!may(viewer, "refunds:write")) return "not_allowed";
  return waitsForBalance(refund) || isStoppable(viewer, refund) ? null : "sent";
}

/** Whether the network may still stop a refund: one to a card, not a reversal, sent lately. */
export function isStoppable(
  viewer: Pick<Viewer, "door" | "now">,
  { status, destination, createdAt }: RefundRow,
): boolean {
  const toCard = destination?.type === "refund" && destination.referenceType !== null;
  return (
    viewer.door === "dashboard" && status === "succeeded" && toCard && viewer.now() < createdAt + cancelWindow
  );
}
