import type { PriceModel } from "./price-of.ts";
import type { PriceRow } from "./wire.ts";

type Amounts = Pick<PriceRow, "customUnitAmount" | "taxBehavior" | "tiers" | "unitAmount">;

/** The five ways in which a price can be made up. */
export const priceModels = ["flat", "package", "graduated", "volume", "custom"] as const;
export type PriceModelName = (typeof priceModels)[number];

/** Which of them a price is. */
export function modelNameOf(price: PriceRow): PriceModelName {
  if (price.customUnitAmount) return "custom";
  if (price.billingScheme === "tiered") return price.tiersMode ?? "volume";
  return price.transformQuantity ? "package" : "flat";
}

/** The currencies a price has amounts in, its own first. */
export function currenciesOf(price: PriceRow): string[] {
  return [price.currency, ...Object.keys(price.currencyOptions).sort()];
}

/** What a price says in one of its currencies; null in any other. */
export function amountsIn(price: PriceRow, currency: string): Amounts | null {
  if (currency === price.currency) return price;
  return price.currencyOptions[currency] ?? null;
}

/** What decides what a quantity costs in one of its currencies; null in any other. */
export function modelIn(price: PriceRow, currency: string): PriceModel | null {
  const amounts = amountsIn(price, currency);
  if (!amounts) return null;
  const { billingScheme, tiersMode, transformQuantity } = price;
  return {
    billingScheme,
    tiersMode,
    transformQuantity,
    unitAmount: amounts.unitAmount,
    tiers: amounts.tiers,
  };
}
