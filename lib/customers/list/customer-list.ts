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
import { bySpend } from "./by-spend.ts";
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
  money: { amount: customers.spend },
});

/** Every customer. What they spent is added up whatever they are invoiced in. */
export const customerList = bySpend(source, Object.keys(byCreation));

export type CustomerQuery = QueryOf<typeof customerList>;
