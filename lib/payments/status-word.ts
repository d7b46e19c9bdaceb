import type { PaymentStatus } from "#db/schema/payments";
import { type PaymentFacts, paymentStatus } from "./status.ts";
import type { ChargeRow, PaymentIntentRow } from "./wire.ts";

/** The word people see for a payment and its latest attempt. `refundWaits`: a refund waits for the balance. */
export function statusWord(
  intent: PaymentFacts & Pick<PaymentIntentRow, "cancellationReason">,
  charge: Pick<ChargeRow, "status" | "disputeState" | "outcome"> | null,
  { refundWaits }: { refundWaits: boolean } = { refundWaits: false },
): PaymentStatus {
  const attempt = charge && {
    status: charge.status,
    disputeState: charge.disputeState,
    outcome: charge.outcome,
    expired: intent.cancellationReason === "automatic",
  };
  return paymentStatus(intent, attempt, refundWaits);
}
