import { customers } from "#db/schema/index";
import { choiceFilter } from "#lib/lists/filters/choice-filter";
import { daysFilter } from "#lib/lists/filters/days-filter";
import { both } from "#lib/lists/filters/filter";
import { regionCodes } from "#lib/i18n/regions";
import type { QueryOf } from "#lib/lists/list-source";
import type { Order } from "#lib/lists/key";
import { creationSorts } from "#lib/lists/sorts";
import { tableSource } from "#lib/lists/table-source";
import { paths } from "#lib/paths";
import { emailFilter, figureFilter, presentOnly } from "./filters.ts";
import { type ListedCustomer, selectCustomers } from "./listed-customer.ts";

type Figure = "spend" | "paymentCount" | "lastPaymentAt";

const byCreation = creationSorts(customers);

/** Along a figure, which is indexed behind whether somebody is there. */
function along(figure: Figure, order: Order) {
  return {
    column: customers[figure],
    behind: customers.present,
    order,
    of: (row: ListedCustomer) => row[figure],
  };
}

const source = tableSource({
  name: "customers",
  permission: "customers:read",
  path: paths.customers,
  table: customers,
  filters: both(
    both(
      emailFilter,
      choiceFilter("country", {
        words: regionCodes,
        column: customers.country,
        indexed: true,
        put: (countries) => ({ countries }),
        get: ({ countries }) => countries,
      }),
    ),
    both(daysFilter(customers.createdAt), both(figureFilter, presentOnly)),
  ),
  sorts: {
    ...byCreation,
    largest: along("spend", "descending"),
    smallest: along("spend", "ascending"),
    payments_most: along("paymentCount", "descending"),
    payments_fewest: along("paymentCount", "ascending"),
    paid_lately: along("lastPaymentAt", "descending"),
    paid_long_ago: along("lastPaymentAt", "ascending"),
  },
  select: selectCustomers,
  money: { amount: customers.spend, currency: customers.currency },
});

/**
 * Every customer. What they spent is added up in the environment's currency, whatever they are invoiced in, for who may
 * see payments; for others no order goes by it either, else where a customer stands would tell.
 */
export const customerList: typeof source = {
  ...source,
  offers: (sort, { seesPayments }) => seesPayments || sort in byCreation,
  async sum(scope, query, reading) {
    const totals = await source.sum(scope, query, reading);
    const count = totals.reduce((sum, total) => sum + total.count, 0);
    if (!reading.seesPayments) return [{ currency: null, count, amount: 0 }];
    const amount = totals.reduce((sum, total) => sum + total.amount, 0);
    return count === 0 ? [] : [{ currency: reading.currency, count, amount }];
  },
};

export type CustomerQuery = QueryOf<typeof customerList>;
