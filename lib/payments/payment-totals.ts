import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { inWorker } from "#lib/work/in-worker";
import type { PaymentFilters } from "./list/payment-filters.ts";
import type { PaymentTotal } from "./list/sum-payments.ts";

/** How many payments the filters let pass and what they come to, per currency; seconds for a million. */
export function paymentTotals(viewer: Viewer, filters: PaymentFilters): Promise<PaymentTotal[]> {
  authorize(viewer, "payments:read");
  return inWorker(viewer, "sumPayments", { filters, ownCurrency: viewer.environment.currency });
}
