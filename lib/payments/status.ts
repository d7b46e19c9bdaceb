import type { ChargeOutcome, DisputeState, IntentStatus, PaymentStatus } from "#db/schema/payments";

/** What can be done to a payment, and in which states: the button, the API's error and the tests read this. */
export const allowedIn = {
  confirm: ["requires_payment_method", "requires_confirmation", "requires_action"],
  update: [
    "requires_payment_method",
    "requires_confirmation",
    "requires_action",
    "requires_capture",
    "processing",
    "succeeded",
  ],
  verify: ["requires_action"],
  increment: ["requires_capture"],
  capture: ["requires_capture"],
  cancel: [
    "requires_payment_method",
    "requires_confirmation",
    "requires_action",
    "requires_capture",
    "processing",
  ],
  refund: ["succeeded"],
} as const satisfies Record<string, readonly IntentStatus[]>;

export type PaymentAction = keyof typeof allowedIn;

/** Whether a payment in this state may be changed in this way. */
export function isAllowed(action: PaymentAction, status: IntentStatus): boolean {
  const states: readonly IntentStatus[] = allowedIn[action];
  return states.includes(status);
}

/** The facts a payment's word is derived from. */
export interface PaymentFacts {
  status: IntentStatus;
  amountReceived: number;
  amountRefunded: number;
}
export interface AttemptFacts {
  status: "succeeded" | "pending" | "failed";
  disputeState: DisputeState | null;
  outcome: ChargeOutcome | null;
  /** Canceled by nobody: the authorisation lapsed. */
  expired: boolean;
}

/** The word people see. `refundWaits`: a refund of it waits for the balance. */
export function paymentStatus(
  payment: PaymentFacts,
  attempt: AttemptFacts | null,
  refundWaits: boolean,
): PaymentStatus {
  switch (payment.status) {
    case "succeeded":
      return afterSuccess(payment, attempt, refundWaits);
    case "requires_capture":
      return "uncaptured";
    case "processing":
      return "processing";
    case "canceled":
      return attempt?.expired ? "expired" : "canceled";
    case "requires_payment_method":
      return attempt ? afterFailure(attempt) : "incomplete";
    default:
      return "incomplete";
  }
}

/** In which states a payment can be of which people see a word. */
export const statesBehind: Readonly<Record<PaymentStatus, readonly IntentStatus[]>> = {
  succeeded: ["succeeded"],
  refunded: ["succeeded"],
  partially_refunded: ["succeeded"],
  refund_pending: ["succeeded"],
  needs_response: ["succeeded"],
  disputed: ["succeeded"],
  dispute_won: ["succeeded"],
  dispute_lost: ["succeeded"],
  inquiry: ["succeeded"],
  uncaptured: ["requires_capture"],
  processing: ["processing"],
  canceled: ["canceled"],
  expired: ["canceled"],
  failed: ["requires_payment_method"],
  blocked: ["requires_payment_method"],
  incomplete: ["requires_payment_method", "requires_confirmation", "requires_action"],
};

function afterSuccess(
  payment: PaymentFacts,
  attempt: AttemptFacts | null,
  refundWaits: boolean,
): PaymentStatus {
  const word = attempt?.disputeState && whileDisputed[attempt.disputeState];
  if (word) return word;
  if (refundWaits) return "refund_pending";
  if (payment.amountRefunded === 0) return attempt?.disputeState === "won" ? "dispute_won" : "succeeded";
  return payment.amountRefunded >= payment.amountReceived ? "refunded" : "partially_refunded";
}

/** A dispute that was won is said only until something else happens to the payment. */
const whileDisputed: Partial<Record<DisputeState, PaymentStatus>> = {
  needs_response: "needs_response",
  under_review: "disputed",
  lost: "dispute_lost",
  inquiry: "inquiry",
};

function afterFailure(attempt: AttemptFacts): PaymentStatus {
  if (attempt.status !== "failed") return "incomplete";
  return attempt.outcome?.type === "blocked" ? "blocked" : "failed";
}
