import { z } from "zod";
import { byCurrency } from "#lib/api/by-currency";
import {
  amount,
  bool,
  createdRange,
  currency,
  hash,
  int,
  listParams,
  metadata,
  oneOf,
  params,
  text,
} from "#lib/api/params";
import { taxCode } from "#lib/products/product-data";
import type { ShippingOptions } from "./check-options.ts";

const taxBehavior = () => oneOf(["exclusive", "inclusive", "unspecified"]);
const bound = () =>
  hash({ unit: oneOf(["business_day", "day", "hour", "month", "week"]), value: int({ min: 1, max: 1000 }) });
const currencyOptions = () =>
  z.record(z.string(), hash({ amount: amount().optional(), tax_behavior: taxBehavior().optional() }));

export const createParams = params({
  delivery_estimate: hash({ maximum: bound().optional(), minimum: bound().optional() }).optional(),
  display_name: text(100),
  fixed_amount: hash({
    amount: amount(),
    currency: currency(),
    currency_options: currencyOptions().optional(),
  }),
  metadata: metadata().optional(),
  tax_behavior: taxBehavior().optional(),
  tax_code: taxCode().optional(),
  type: oneOf(["fixed_amount"]).optional(),
});

export const updateParams = params({
  active: bool().optional(),
  fixed_amount: hash({ currency_options: currencyOptions().optional() }).optional(),
  metadata: metadata().optional(),
  tax_behavior: taxBehavior().optional(),
});

export const shippingRateListParams = listParams({
  active: bool().optional(),
  created: createdRange().optional(),
  currency: currency().optional(),
});

/** Options by lower-case currency. */
export function toOptions(given: z.output<ReturnType<typeof currencyOptions>> = {}): ShippingOptions {
  return byCurrency(
    given,
    (name) => `fixed_amount[currency_options][${name}]`,
    ({ amount, tax_behavior: taxBehavior }) => ({ amount, taxBehavior }),
  );
}
