import type { Viewer } from "#lib/auth/viewer";
import { paths } from "#lib/paths";
import { type PaymentQuery, paymentQueryParams } from "#lib/payments/list/payment-query";
import type { FilterProps } from "../../../_lists/filter-form";
import type { ListPlace } from "../../../_lists/list-place";

export type PaymentFilterProps = FilterProps<PaymentQuery>;

/** Where the list of payments is. */
export function paymentPlace(viewer: Viewer): ListPlace<PaymentQuery> {
  return { path: paths.transactions(viewer), params: paymentQueryParams };
}
