import { and, eq, gte, lt, or, type SQL } from "drizzle-orm";
import { paymentIntents as payment } from "#db/schema/index";
import type { Scope } from "#db/transaction";
import type { ListSource, Reading } from "#lib/lists/list-source";
import { readingOf } from "#lib/lists/list-source";
import { listPayments } from "../list-payments.ts";
import { paths } from "#lib/paths";
import { chooseLanes, type Route } from "./choose-lanes.ts";
import { findPayers } from "./find-payers.ts";
import type { ListedPayment } from "./listed-payment.ts";
import type { PaymentFilters } from "./payment-filters.ts";
import { paymentSorts } from "./payment-sorts.ts";
import { paymentParams, type PaymentQuery, readPaymentQuery, writePaymentQuery } from "./payment-query.ts";
import { queryFilters } from "./query-filters.ts";
import { sumPayments } from "./sum-payments.ts";

/** Every payment. */
export const paymentList: ListSource<ListedPayment, PaymentQuery> = {
  name: "payments",
  permission: "payments:read",
  path: paths.transactions,
  params: paymentParams,
  sorts: paymentSorts,
  read: readPaymentQuery,
  write: writePaymentQuery,
  async page(viewer, query, page) {
    const filters = await filtersOf(viewer, query, readingOf(viewer));
    return listPayments(viewer, { filters, sort: query.sort, page });
  },
  async sum(scope, query, reading) {
    const filters = await filtersOf(scope, query, reading);
    return sumPayments(scope, { filters, ownCurrency: reading.currency });
  },
  async lets(scope, query, reading) {
    const filters = await filtersOf(scope, query, reading);
    const { createdFrom, createdUntil } = filters;
    return and(
      createdFrom === undefined ? undefined : gte(payment.createdAt, createdFrom),
      createdUntil === undefined ? undefined : lt(payment.createdAt, createdUntil),
      anyOf(chooseLanes(filters, { ownCurrency: reading.currency })),
    );
  },
};

/** Without a route a customer is meant that nobody is. */
function anyOf(routes: Route[]): SQL | undefined {
  if (routes.length === 0) return eq(payment.id, "");
  return or(
    ...routes.map(({ pins, rest }) => and(...pins.map(({ column, value }) => eq(column, value)), ...rest)),
  );
}

async function filtersOf(scope: Scope, query: PaymentQuery, reading: Reading): Promise<PaymentFilters> {
  const payers = query.customer === null ? undefined : await findPayers(scope, query.customer, reading);
  return queryFilters(query, { ...reading, payers });
}
