import { change, insert } from "#db/rows";
import { charges, reviews } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { record } from "#lib/events/record";
import { newId } from "#lib/ids";
import { tellOfRisk } from "#lib/notifications/tell-of";
import type { ChargeRow } from "#lib/payments/wire";
import { toReview } from "./wire.ts";

/** Puts a charge that the processor wants looked at up for review; any other is returned as it is. */
export async function openReview(tx: Tx, charge: ChargeRow): Promise<ChargeRow> {
  if (charge.outcome?.type !== "manual_review") return charge;
  const review = await insert(tx, reviews, {
    id: newId("prv", tx.now),
    createdAt: tx.now,
    chargeId: charge.id,
    paymentIntentId: charge.paymentIntentId,
    standalone: charge.standalone,
    billingZip: charge.billingDetails.address.postal_code,
    open: true,
    openedReason: charge.outcome.reason === "rule" ? "rule" : "manual",
  });
  await record(tx, "review.opened", toReview(review, tx.viewer.environment), {
    paymentIntentId: charge.paymentIntentId,
  });
  await tellOfRisk(tx, "review_opened", charge);
  return change(tx, charges, charge, { reviewId: review.id });
}
