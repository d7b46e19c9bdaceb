import { find } from "#db/rows";
import { reviews } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { invalid, notFound } from "#lib/errors";
import { endReview } from "./close-review.ts";
import type { ReviewRow } from "./wire.ts";

/** Finds nothing wrong with a payment under review. */
export function approveReview(viewer: Viewer, reviewId: string): Promise<ReviewRow> {
  authorize(viewer, "payments:write");
  return transaction(viewer, async (tx) => {
    const review = await find(tx, reviews, reviewId);
    if (!review) throw notFound("review", reviewId, "review");
    if (!review.open) throw invalid(`Review ${review.id} is already closed.`);
    await audit(tx, "review.approved", {
      subject: review.id,
      before: { payment: review.paymentIntentId, open: true },
      after: { open: false },
    });
    return endReview(tx, review, "approved");
  });
}
