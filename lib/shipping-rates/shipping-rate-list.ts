import { shippingRates } from "#db/schema/index";
import { activityFilter } from "#lib/catalogue/list/activity-filter";
import { catalogueList } from "#lib/catalogue/list/catalogue-list";
import { amountFilter } from "#lib/lists/filters/amount-filter";
import { both } from "#lib/lists/filters/filter";
import type { QueryOf } from "#lib/lists/list-source";
import { paths } from "#lib/paths";

/** Ways to ship and what they cost. */
export const shippingRateList = catalogueList({
  name: "shipping_rates",
  path: paths.shippingRates,
  table: shippingRates,
  texts: [shippingRates.displayName, shippingRates.id],
  own: both(activityFilter(shippingRates.active), amountFilter(shippingRates)),
});

export type ShippingRateQuery = QueryOf<typeof shippingRateList>;
