import type { DisputeEvidence, DisputeStatus } from "#db/schema/disputes";
import type { DisputeState } from "#db/schema/payments";

/** What can be done about a dispute, and in which states: the button, the API's error and the tests read this. */
export const allowedIn = {
  update: ["needs_response", "under_review", "warning_needs_response", "warning_under_review"],
  respond: ["needs_response", "warning_needs_response"],
  accept: ["needs_response", "warning_needs_response"],
  decide: ["under_review", "warning_under_review"],
} as const satisfies Record<string, readonly DisputeStatus[]>;

export type DisputeAction = keyof typeof allowedIn;

/** Whether a dispute in this state may be treated in this way. */
export function isAllowed(action: DisputeAction, status: DisputeStatus): boolean {
  const states: readonly DisputeStatus[] = allowedIn[action];
  return states.includes(status);
}

/** Whether the bank only asks, and has taken nothing. */
export function isInquiry(status: DisputeStatus): boolean {
  return status.startsWith("warning_");
}

/** What people call it as it stands. */
export function kindOf({ status }: { status: DisputeStatus }): "inquiry" | "dispute" {
  return isInquiry(status) ? "inquiry" : "dispute";
}

/** Where money is with the bank that may still come back. */
export const heldStatuses: readonly DisputeStatus[] = ["needs_response", "under_review"];

/** Whether money is with the bank that may still come back. */
export function isHeld(status: DisputeStatus): boolean {
  return heldStatuses.includes(status);
}

/** Whether anything was given. */
export function hasEvidence(evidence: DisputeEvidence): boolean {
  return Object.keys(evidence).length > 0;
}

/** Of all the disputes of a charge the most pressing. */
export function chargeState(statuses: readonly DisputeStatus[]): DisputeState | null {
  return pressing.find((state) => statuses.some((status) => stateOf[status] === state)) ?? null;
}

const pressing: readonly DisputeState[] = ["needs_response", "under_review", "lost", "inquiry", "won"];

const stateOf: Record<DisputeStatus, DisputeState | null> = {
  needs_response: "needs_response",
  under_review: "under_review",
  lost: "lost",
  won: "won",
  warning_needs_response: "inquiry",
  warning_under_review: "inquiry",
  warning_closed: null,
};
