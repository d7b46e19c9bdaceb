import { sql } from "drizzle-orm";
import { environments } from "./accounts.ts";
import {
  bool,
  choice,
  environmentId,
  foreignKey,
  id,
  index,
  integer,
  json,
  money,
  primaryKey,
  table,
  text,
  timestamp,
  uniqueIndex,
} from "./columns.ts";
import type { Metadata } from "./customers.ts";

/** In inches and ounces. */
export interface PackageDimensions {
  height: number;
  length: number;
  weight: number;
  width: number;
}

export const products = table(
  "products",
  {
    environmentId: environmentId().references(() => environments.id),
    /** The caller's own, or made here. */
    id: id(),
    createdAt: timestamp().notNull(),
    updatedAt: timestamp().notNull(),
    active: bool().notNull(),
    defaultPriceId: text(),
    description: text(),
    images: json<string[]>().notNull(),
    marketingFeatures: json<{ name: string }[]>().notNull(),
    metadata: json<Metadata>().notNull(),
    name: text().notNull(),
    packageDimensions: json<PackageDimensions>(),
    performanceLocation: text(),
    shippable: bool(),
    statementDescriptor: text(),
    taxCode: text(),
    type: choice<"good" | "service">().notNull(),
    unitLabel: text(),
    url: text(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("products_created").on(t.environmentId, t.createdAt, t.id),
    index("products_name").on(t.environmentId, t.name, t.createdAt, t.id),
  ],
);

export type TaxBehavior = "exclusive" | "inclusive" | "unspecified";

/** Amounts in minor units as exact decimal text. `upTo`: the last unit of the tier; null: all that follow. */
export interface Tier {
  flatAmount: string | null;
  unitAmount: string | null;
  upTo: number | null;
}

/** What the customer may choose to pay, in minor units. */
export interface CustomUnitAmount {
  maximum: number | null;
  minimum: number | null;
  preset: number | null;
}

/** A price in another currency than its own. */
export interface CurrencyOption {
  customUnitAmount: CustomUnitAmount | null;
  taxBehavior: TaxBehavior;
  tiers: Tier[] | null;
  unitAmount: string | null;
}

export interface TransformQuantity {
  divide_by: number;
  round: "up" | "down";
}

/** Prices; the recurring ones are what the API also calls plans. */
export const prices = table(
  "prices",
  {
    environmentId: environmentId(),
    id: id(),
    createdAt: timestamp().notNull(),
    active: bool().notNull(),
    productId: text().notNull(),
    currency: text().notNull(),
    billingScheme: choice<"per_unit" | "tiered">().notNull(),
    /** Minor units as exact decimal text: prices go below the smallest coin. */
    unitAmount: text(),
    customUnitAmount: json<CustomUnitAmount>(),
    tiers: json<Tier[]>(),
    tiersMode: choice<"graduated" | "volume">(),
    transformQuantity: json<TransformQuantity>(),
    /** By lower-case currency, without the price's own. */
    currencyOptions: json<Record<string, CurrencyOption>>().notNull(),
    taxBehavior: choice<TaxBehavior>().notNull(),
    type: choice<"one_time" | "recurring">().notNull(),
    interval: choice<"day" | "week" | "month" | "year">(),
    intervalCount: integer(),
    trialPeriodDays: integer(),
    usageType: choice<"licensed" | "metered">(),
    meterId: text(),
    lookupKey: text(),
    nickname: text(),
    metadata: json<Metadata>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("prices_created").on(t.environmentId, t.createdAt, t.id),
    index("prices_product").on(t.environmentId, t.productId, t.createdAt, t.id),
    index("prices_product_amount").on(t.environmentId, t.productId, t.currency, t.unitAmount),
    uniqueIndex("prices_lookup_key").on(t.environmentId, t.lookupKey),
    foreignKey({
      name: "prices_product_fk",
      columns: [t.environmentId, t.productId],
      foreignColumns: [products.environmentId, products.id],
    }),
  ],
);

export const coupons = table(
  "coupons",
  {
    environmentId: environmentId().references(() => environments.id),
    /** The caller's own, or made here. */
    id: id(),
    createdAt: timestamp().notNull(),
    /** In `currency`; null: it takes a percentage off. */
    amountOff: money(),
    currency: text(),
    /** Minor units by lower-case currency, without the coupon's own. */
    currencyOptions: json<Record<string, number>>().notNull(),
    /** As exact decimal text; null: it takes an amount off. */
    percentOff: text(),
    /** Products it is limited to; null: none in particular. */
    productIds: json<string[]>(),
    duration: choice<"forever" | "once" | "repeating">().notNull(),
    durationInMonths: integer(),
    maxRedemptions: integer(),
    timesRedeemed: integer().notNull(),
    redeemBy: timestamp(),
    metadata: json<Metadata>().notNull(),
    name: text(),
    deletedAt: timestamp(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("coupons_created").on(t.environmentId, t.createdAt, t.id),
    index("coupons_name")
      .on(t.environmentId, t.name, t.createdAt, t.id)
      .where(sql`deleted_at is null`),
  ],
);

export const promotionCodes = table(
  "promotion_codes",
  {
    environmentId: environmentId(),
    id: id(),
    createdAt: timestamp().notNull(),
    /** Switched on; whether it can be redeemed also depends on its limits and its coupon. */
    active: bool().notNull(),
    code: text().notNull(),
    couponId: text().notNull(),
    customerId: text(),
    expiresAt: timestamp(),
    maxRedemptions: integer(),
    timesRedeemed: integer().notNull(),
    firstTimeTransaction: bool().notNull(),
    minimumAmount: money(),
    minimumAmountCurrency: text(),
    /** Minor units by lower-case currency, without `minimumAmountCurrency`. */
    currencyOptions: json<Record<string, number>>().notNull(),
    metadata: json<Metadata>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("promotion_codes_created").on(t.environmentId, t.createdAt, t.id),
    index("promotion_codes_spelling").on(t.environmentId, sql`lower(code)`, t.active, t.createdAt, t.id),
    index("promotion_codes_coupon").on(t.environmentId, t.couponId, t.createdAt, t.id),
    foreignKey({
      name: "promotion_codes_coupon_fk",
      columns: [t.environmentId, t.couponId],
      foreignColumns: [coupons.environmentId, coupons.id],
    }),
  ],
);

export const taxRates = table(
  "tax_rates",
  {
    environmentId: environmentId().references(() => environments.id),
    id: id(),
    createdAt: timestamp().notNull(),
    active: bool().notNull(),
    country: text(),
    description: text(),
    displayName: text().notNull(),
    inclusive: bool().notNull(),
    jurisdiction: text(),
    metadata: json<Metadata>().notNull(),
    /** As exact decimal text. */
    percentage: text().notNull(),
    state: text(),
    taxType: text(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("tax_rates_created").on(t.environmentId, t.createdAt, t.id),
    index("tax_rates_name").on(t.environmentId, t.displayName, t.percentage, t.createdAt, t.id),
  ],
);

export interface DeliveryBound {
  unit: "business_day" | "day" | "hour" | "month" | "week";
  value: number;
}

export const shippingRates = table(
  "shipping_rates",
  {
    environmentId: environmentId().references(() => environments.id),
    id: id(),
    createdAt: timestamp().notNull(),
    active: bool().notNull(),
    amount: money().notNull(),
    currency: text().notNull(),
    /** By lower-case currency, without the rate's own; minor units. */
    currencyOptions: json<Record<string, { amount: number; taxBehavior: TaxBehavior }>>().notNull(),
    deliveryEstimate: json<{ maximum: DeliveryBound | null; minimum: DeliveryBound | null }>(),
    displayName: text().notNull(),
    metadata: json<Metadata>().notNull(),
    taxBehavior: choice<TaxBehavior>().notNull(),
    taxCode: text(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("shipping_rates_created").on(t.environmentId, t.createdAt, t.id),
    index("shipping_rates_name").on(t.environmentId, t.displayName, t.currency, t.amount, t.createdAt, t.id),
  ],
);

/** What a product can entitle its buyer to. */
export const features = table(
  "features",
  {
    environmentId: environmentId().references(() => environments.id),
    id: id(),
    createdAt: timestamp().notNull(),
    active: bool().notNull(),
    lookupKey: text().notNull(),
    metadata: json<Metadata>().notNull(),
    name: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("features_created").on(t.environmentId, t.createdAt, t.id),
    uniqueIndex("features_lookup_key").on(t.environmentId, t.lookupKey),
  ],
);

export const productFeatures = table(
  "product_features",
  {
    environmentId: environmentId(),
    id: id(),
    createdAt: timestamp().notNull(),
    productId: text().notNull(),
    featureId: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.environmentId, t.id] }),
    index("product_features_created").on(t.environmentId, t.productId, t.createdAt, t.id),
    uniqueIndex("product_features_once").on(t.environmentId, t.productId, t.featureId),
    foreignKey({
      name: "product_features_product_fk",
      columns: [t.environmentId, t.productId],
      foreignColumns: [products.environmentId, products.id],
    }),
    foreignKey({
      name: "product_features_feature_fk",
      columns: [t.environmentId, t.featureId],
      foreignColumns: [features.environmentId, features.id],
    }),
  ],
);
