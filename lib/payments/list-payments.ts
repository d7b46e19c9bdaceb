import { reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { type Page, type PageRequest, readPage } from "#lib/lists/read-page";
import { chooseLanes } from "./list/choose-lanes.ts";
import type { ListedPayment } from "./list/listed-payment.ts";
import type { PaymentFilters } from "./list/payment-filters.ts";
import { everyPayment, somePayments } from "./list/payment-lane.ts";
import { type PaymentSort, sortsByName } from "./list/payment-sorts.ts";

/**
 * Payments, newest first unless told otherwise, a page at a time. A page looks at a bounded number of them: where few
 * pass the filters it may come back short, with `continueFrom` saying where to look on.
 */
export async function listPayments(
  viewer: Viewer,
  { filters, sort = "newest", page }: { filters: PaymentFilters; sort?: PaymentSort; page: PageRequest },
): Promise<Page<ListedPayment>> {
  authorize(viewer, "payments:read");
  const handle = await reader(viewer);
  const isEvery = Object.values(filters).every((value) => value === undefined);
  if (isEvery && sort === "newest") return readPage([everyPayment(viewer, handle)], page);
  const lanes = chooseLanes(filters, { ownCurrency: viewer.environment.currency, sort });
  const { order, of } = sortsByName[sort];
  return readPage(
    lanes.map((lane) => somePayments(viewer, handle, lane)),
    page,
    { order, keyOf: (row) => ({ at: of(row), id: row.id }) },
  );
}
