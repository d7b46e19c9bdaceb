import type { Tx } from "#lib/auth/viewer";
import { refreshWarnings } from "#lib/fraud-warnings/refresh-warnings";
import type { ChargeRow } from "#lib/payments/wire";
import { closeReview } from "#lib/reviews/close-review";
import { closeInquiry } from "./end-dispute.ts";
import { disputesOf } from "./find-dispute.ts";
import { isAllowed, isInquiry } from "./status.ts";

/** A charge that was refunded whole leaves its bank nothing to ask about, and nobody anything to review. */
export async function afterRefund(tx: Tx, charge: ChargeRow): Promise<void> {
  if (!charge.refunded) return;
  for (const dispute of await disputesOf(tx, charge.id)) {
    if (isInquiry(dispute.status) && isAllowed("update", dispute.status))
      await closeInquiry(tx, dispute, "refund");
  }
  await refreshWarnings(tx, charge);
  await closeReview(
    tx,
    charge,
    charge.fraudDetails.user_report === "fraudulent" ? "refunded_as_fraud" : "refunded",
  );
}
