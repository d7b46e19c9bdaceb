import type Stripe from "stripe";
import type { reviews } from "#db/schema/index";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import { seconds } from "#lib/clock";

export type ReviewRow = typeof reviews.$inferSelect;

/** The API's review. Nothing is known of where, and with what, the payer sat. */
export function toReview(row: ReviewRow, environment: ViewedEnvironment): Stripe.Review {
  return {
    id: row.id,
    object: "review",
    billing_zip: row.billingZip,
    charge: row.chargeId,
    closed_reason: row.closedReason,
    created: seconds(row.createdAt),
    ip_address: null,
    ip_address_location: null,
    livemode: environment.kind === "live",
    open: row.open,
    opened_reason: row.openedReason,
    ...(row.standalone ? {} : { payment_intent: row.paymentIntentId }),
    reason: row.closedReason ?? row.openedReason,
    session: null,
  };
}
