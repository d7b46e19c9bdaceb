import { reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { type Page, type PageRequest, readPage } from "#lib/lists/read-page";
import { chooseLanes } from "./list/choose-lanes.ts";
import type { ListedPayment } from "./list/listed-payment.ts";
import type { PaymentFilters } from "./list/payment-filters.ts";
import { everyPayment, somePayments } from "./list/payment-lane.ts";

/**
 * Payments, newest first, a page at a time. A page looks at a bounded number of them: where few pass the filters
 * it may come back short, with `continueFrom` saying where to look on.
 */
export async function listPayments(
  viewer: Viewer,
  { filters, page }: { filters: PaymentFilters; page: PageRequest },
): Promise<Page<ListedPayment>> {
  authorize(viewer, "payments:read");
  const handle = await reader(viewer);
  if (Object.values(filters).every((value) => value === undefined)) {
    return readPage([everyPayment(viewer, handle)], page);
  }
  const lanes = chooseLanes(filters, viewer.environment.currency);
  const created = { from: filters.createdFrom, until: filters.createdUntil };
  return readPage(
    lanes.map(({ pins, rest }) => somePayments(viewer, handle, { pins, created, rest })),
    page,
  );
}
