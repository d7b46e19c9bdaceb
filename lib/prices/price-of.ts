import type { Tier, TransformQuantity } from "#db/schema/catalog";
import { fromParts, rounded, toParts } from "#lib/decimal";

/** What of a price decides what a quantity costs. Amounts are minor units as exact decimal text. */
export interface PriceModel {
  billingScheme: "per_unit" | "tiered";
  unitAmount: string | null;
  tiers: Tier[] | null;
  tiersMode: "graduated" | "volume" | null;
  transformQuantity: TransformQuantity | null;
}

/** One reason of a total: so many of something at so much each. */
export interface PriceLine {
  kind: "units" | "packages" | "tier_units" | "tier_flat";
  quantity: number;
  /** Minor units, exact. */
  unitAmount: string;
  /** Minor units, exact. */
  amount: string;
  /** Which tier, from 0. */
  tier: number | null;
}

export interface PricedQuantity {
  /** Minor units, exact, as decimal text. */
  exact: string;
  /** What is charged: whole minor units, halves up. */
  amount: number;
  lines: PriceLine[];
}

/**
 * What `quantity` (a whole number, not negative) costs and why; null when the customer chooses the amount.
 * A tier's flat amount falls due with its first unit. https://docs.stripe.com/products-prices/pricing-models
 */
export function priceOf(price: PriceModel, quantity: number): PricedQuantity | null {
  const lines = linesOf(price, quantity);
  if (!lines) return null;
  const total = lines.reduce((sum, line) => sum + toParts(line.amount), 0n);
  return { exact: fromParts(total), amount: rounded(total), lines };
}

/** Whether a total is one that can be told: a dear price of very many units goes beyond every amount. */
export function isTold({ amount }: PricedQuantity): boolean {
  return Number.isSafeInteger(amount);
}

function linesOf(price: PriceModel, quantity: number): PriceLine[] | null {
  if (price.billingScheme === "tiered") {
    const tiers = price.tiers ?? [];
    return price.tiersMode === "volume" ? volume(tiers, quantity) : graduated(tiers, quantity);
  }
  if (price.unitAmount === null) return null;
  const { transformQuantity: transform, unitAmount } = price;
  if (!transform) return [line("units", quantity, unitAmount)];
  return [line("packages", packages(quantity, transform), unitAmount)];
}

function packages(quantity: number, { divide_by, round }: TransformQuantity): number {
  const whole = Math.floor(quantity / divide_by);
  return round === "up" && whole * divide_by < quantity ? whole + 1 : whole;
}

/** Every unit at the rate of the tier that the whole quantity reaches. */
function volume(tiers: Tier[], quantity: number): PriceLine[] {
  const index = tiers.findIndex((tier) => tier.upTo === null || quantity <= tier.upTo);
  const tier = tiers[index];
  return tier ? tierLines(tier, index, quantity) : [];
}

/** Each tier's units at that tier's rate. */
function graduated(tiers: Tier[], quantity: number): PriceLine[] {
  let below = 0;
  return tiers.flatMap((tier, index) => {
    const units = Math.min(quantity, tier.upTo ?? quantity) - below;
    below = tier.upTo ?? below;
    return units > 0 ? tierLines(tier, index, units) : [];
  });
}

function tierLines({ unitAmount, flatAmount }: Tier, tier: number, units: number): PriceLine[] {
  if (units === 0) return [];
  return [
    ...(unitAmount === null ? [] : [line("tier_units", units, unitAmount, tier)]),
    ...(flatAmount === null ? [] : [line("tier_flat", 1, flatAmount, tier)]),
  ];
}

function line(kind: PriceLine["kind"], quantity: number, unitAmount: string, tier: number | null = null) {
  const amount = fromParts(toParts(unitAmount) * BigInt(quantity));
  return { kind, quantity, unitAmount, amount, tier };
}
