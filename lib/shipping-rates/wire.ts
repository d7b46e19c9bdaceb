import type Stripe from "stripe";
import type { shippingRates } from "#db/schema/index";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import { seconds } from "#lib/clock";

export type { DeliveryBound } from "#db/schema/catalog";

export type ShippingRateRow = typeof shippingRates.$inferSelect;

/** The API's shipping rate, without `fixed_amount.currency_options`, which is there when asked for. */
export function toShippingRate(row: ShippingRateRow, environment: ViewedEnvironment): Stripe.ShippingRate {
  return {
    id: row.id,
    object: "shipping_rate",
    active: row.active,
    created: seconds(row.createdAt),
    delivery_estimate: row.deliveryEstimate,
    display_name: row.displayName,
    fixed_amount: { amount: row.amount, currency: row.currency },
    livemode: environment.kind === "live",
    metadata: row.metadata,
    tax_behavior: row.taxBehavior,
    tax_code: row.taxCode,
    type: "fixed_amount",
  };
}

/** What it costs in each currency, its own among them. */
export function toShippingCurrencies(
  row: ShippingRateRow,
): Record<string, Stripe.ShippingRate.FixedAmount.CurrencyOptions> {
  const { amount, taxBehavior } = row;
  const all = { [row.currency]: { amount, taxBehavior }, ...row.currencyOptions };
  return Object.fromEntries(
    Object.entries(all).map(([currency, option]) => [
      currency,
      { amount: option.amount, tax_behavior: option.taxBehavior },
    ]),
  );
}
