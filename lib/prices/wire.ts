import type Stripe from "stripe";
import type { CurrencyOption, Tier } from "#db/schema/catalog";
import type { prices } from "#db/schema/index";
import type { WireForm } from "#lib/api/wire-form";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import { seconds } from "#lib/clock";
import { wholeOrNull } from "#lib/decimal";

export type PriceRow = typeof prices.$inferSelect;

/** The API's price, without what is only there when asked for: `tiers` and `currency_options`. */
export function toPrice(row: PriceRow, environment: ViewedEnvironment): WireForm<Stripe.Price> {
  return {
    id: row.id,
    object: "price",
    active: row.active,
    billing_scheme: row.billingScheme,
    created: seconds(row.createdAt),
    currency: row.currency,
    custom_unit_amount: row.customUnitAmount,
    livemode: environment.kind === "live",
    lookup_key: row.lookupKey,
    metadata: row.metadata,
    nickname: row.nickname,
    product: row.productId,
    recurring: recurringOf(row),
    tax_behavior: row.taxBehavior,
    tiers_mode: row.tiersMode,
    transform_quantity: row.transformQuantity,
    type: row.type,
    unit_amount: wholeOrNull(row.unitAmount),
    unit_amount_decimal: row.unitAmount,
  };
}

/** Tiers as the API has them. */
export function toTiers(tiers: Tier[]): WireForm<Stripe.Price.Tier>[] {
  return tiers.map((tier) => ({
    flat_amount: wholeOrNull(tier.flatAmount),
    flat_amount_decimal: tier.flatAmount,
    unit_amount: wholeOrNull(tier.unitAmount),
    unit_amount_decimal: tier.unitAmount,
    up_to: tier.upTo,
  }));
}

/** What the price is in each currency, its own among them. */
export function toCurrencyOptions(row: PriceRow): Record<string, WireForm<Stripe.Price.CurrencyOptions>> {
  const { customUnitAmount, taxBehavior, tiers, unitAmount } = row;
  const all = {
    [row.currency]: { customUnitAmount, taxBehavior, tiers, unitAmount },
    ...row.currencyOptions,
  };
  return Object.fromEntries(Object.entries(all).map(([currency, option]) => [currency, toOption(option)]));
}

function toOption(option: CurrencyOption): WireForm<Stripe.Price.CurrencyOptions> {
  return {
    custom_unit_amount: option.customUnitAmount,
    tax_behavior: option.taxBehavior,
    ...(option.tiers ? { tiers: toTiers(option.tiers) } : {}),
    unit_amount: wholeOrNull(option.unitAmount),
    unit_amount_decimal: option.unitAmount,
  };
}

function recurringOf(row: PriceRow): Stripe.Price.Recurring | null {
  if (row.interval === null) return null;
  return {
    interval: row.interval,
    interval_count: row.intervalCount ?? 1,
    meter: row.meterId,
    trial_period_days: row.trialPeriodDays,
    usage_type: row.usageType ?? "licensed",
  };
}
