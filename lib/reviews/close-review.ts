import { change, find } from "#db/rows";
import { reviews } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { record } from "#lib/events/record";
import type { ChargeRow } from "#lib/payments/wire";
import { type ReviewRow, toReview } from "./wire.ts";

type ClosedReason = NonNullable<ReviewRow["closedReason"]>;

/** Ends the review of a charge, if it is under one: something else settled the matter. */
export async function closeReview(
  tx: Tx,
  { reviewId }: Pick<ChargeRow, "reviewId">,
  reason: ClosedReason,
): Promise<void> {
  const review = reviewId === null ? undefined : await find(tx, reviews, reviewId);
  if (review?.open) await endReview(tx, review, reason);
}

/** Closes an open review, and says so. */
export async function endReview(tx: Tx, review: ReviewRow, reason: ClosedReason): Promise<ReviewRow> {
  const closed = await change(tx, reviews, review, { open: false, closedReason: reason, closedAt: tx.now });
  await record(tx, "review.closed", toReview(closed, tx.viewer.environment), {
    before: toReview(review, tx.viewer.environment),
    paymentIntentId: review.paymentIntentId,
  });
  return closed;
}
