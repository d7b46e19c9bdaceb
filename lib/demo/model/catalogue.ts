import type { NewCouponInput } from "#lib/coupons/create-coupon";
import type { NewPriceInput } from "#lib/prices/price-input";
import type { NewProductInput } from "#lib/products/product-input";
import type { NewPromotionCodeInput } from "#lib/promotion-codes/create-promotion-code";
import type { NewShippingRateInput } from "#lib/shipping-rates/create-shipping-rate";
import type { NewTaxRateInput } from "#lib/tax-rates/create-tax-rate";

/** A product that its shop sells beside what the history is made of. The first price becomes the default. */
export interface Ware extends NewProductInput {
  prices: readonly NewPriceInput[];
  /** Lookup keys of what its buyers get with it. */
  features?: readonly string[];
}

/** How many days before the present a shop's offers began. */
export const offersSince = 200;

/** How often something was redeemed: by customers who came so many days before the present, from the first to the last. */
export interface Redeemed {
  times: number;
  from: number;
  to: number;
}

/** A promotion code, and how often it was redeemed. */
export interface OfferedCode extends Omit<NewPromotionCodeInput, "couponId"> {
  code: string;
  redeemed?: Redeemed;
}

/**
 * A coupon with its codes. `endsIn`: days from the present until it can no longer be redeemed, negative for before;
 * `redeemed`: without a code.
 */
export interface Offer extends Omit<NewCouponInput, "redeemBy"> {
  id: string;
  endsIn?: number;
  codes?: readonly OfferedCode[];
  redeemed?: Redeemed;
}

/** What a made-up business has in its catalogue beside its goods and subscriptions. */
export interface Catalogue {
  wares: readonly Ware[];
  /** Name by lookup key. */
  features: Readonly<Record<string, string>>;
  /** What each monthly subscription brings with it: lookup keys of features. */
  subscriptionFeatures: readonly string[];
  offers: readonly Offer[];
  taxRates: readonly NewTaxRateInput[];
  shippingRates: readonly NewShippingRateInput[];
}
