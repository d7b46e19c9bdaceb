import { isCurrency } from "#lib/currencies";
import type { Locale } from "#lib/i18n/locale";
import type { MetadataPatch } from "#lib/metadata";
import type { NewShippingRateInput } from "#lib/shipping-rates/create-shipping-rate";
import type { DeliveryBound } from "#lib/shipping-rates/wire";
import { otherAmountsTyped } from "../_parts/extra-currencies";
import { coinsTyped, countTyped, needed, textTyped, type Typed, wrong } from "../_parts/read-typed";
import { taxBehaviorTyped } from "../_price-form/price-typed";

export const deliveryUnits = ["hour", "day", "business_day", "week", "month"] as const;

/** About how many hours each is, to tell the shorter time from the longer. */
const hours = { hour: 1, day: 24, business_day: 24, week: 168, month: 720 };

/** A shipping rate as a person described it. */
export function shippingTyped(typed: Typed, metadata: MetadataPatch, locale: Locale): NewShippingRateInput {
  const currency = typed.currency ?? "";
  if (!isCurrency(currency)) throw wrong("currency", "currency_unknown");
  const taxCode = textTyped(typed, "taxCode", 20);
  return {
    amount: needed(coinsTyped(typed, "amount", { currency, locale }), "amount"),
    currency,
    currencyOptions: optionsTyped(typed, locale),
    deliveryEstimate: estimateTyped(typed),
    displayName: needed(textTyped(typed, "displayName", 100), "displayName"),
    metadata,
    taxBehavior: taxBehaviorTyped(typed),
    taxCode,
  };
}

/** What it costs in other currencies. */
export function optionsTyped(typed: Typed, locale: Locale): Record<string, { amount: number }> {
  const amounts = Object.entries(otherAmountsTyped(typed, locale));
  return Object.fromEntries(amounts.map(([currency, amount]) => [currency, { amount }]));
}

function estimateTyped(typed: Typed): NewShippingRateInput["deliveryEstimate"] {
  const minimum = boundTyped(typed, "minimum");
  const maximum = boundTyped(typed, "maximum");
  if (!minimum && !maximum) return undefined;
  if (minimum && maximum && minimum.value * hours[minimum.unit] > maximum.value * hours[maximum.unit]) {
    throw wrong("maximum", "maximum_below_minimum");
  }
  return { minimum, maximum };
}

function boundTyped(typed: Typed, field: "minimum" | "maximum"): DeliveryBound | undefined {
  const value = countTyped(typed, field, 1000);
  const unit = deliveryUnits.find((one) => one === typed.unit);
  return value === null || !unit ? undefined : { unit, value };
}
