import { z } from "zod";
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
import { isCurrency } from "#lib/currencies";
import { invalid } from "#lib/errors";
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
  return Object.fromEntries(
    Object.entries(given).map(([name, option]) => {
      const lower = name.toLowerCase();
      if (isCurrency(lower)) return [lower, { amount: option.amount, taxBehavior: option.tax_behavior }];
      throw invalid(`Invalid currency: ${name}`, { param: `fixed_amount[currency_options][${name}]` });
    }),
  );
}
