import type { VersionChange } from "./change.ts";

/**
 * A customer's currency is said once; before, also as `default_currency`.
 * https://docs.stripe.com/changelog/2022-08-01/removes-default-currency-customer-object
 */
export const currencyOfCustomer: VersionChange = {
  since: "2022-08-01",
  before: {
    objects: ["customer"],
    shownWhole: [],
    down: (customer) => ({ ...customer, default_currency: customer.currency ?? null }),
  },
};
