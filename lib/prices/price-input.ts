import type { CustomUnitAmount, TaxBehavior, Tier, TransformQuantity } from "#db/schema/catalog";
import type { MetadataPatch } from "#lib/metadata";
import type { PriceRow } from "./wire.ts";

export type { CustomUnitAmount, TaxBehavior, Tier } from "#db/schema/catalog";

/** How much, in one currency. Amounts are minor units as exact decimal text. */
export interface AmountInput {
  customUnitAmount?: CustomUnitAmount;
  taxBehavior?: TaxBehavior;
  tiers?: Tier[];
  unitAmount?: string;
}

export interface RecurringInput {
  interval: NonNullable<PriceRow["interval"]>;
  intervalCount?: number;
  meterId?: string;
  trialPeriodDays?: number;
  usageType?: NonNullable<PriceRow["usageType"]>;
}

/** A price to be; it goes with a product. */
export interface NewPriceInput extends AmountInput {
  /** Its id, when that is settled already. */
  id?: string;
  active?: boolean;
  billingScheme?: PriceRow["billingScheme"];
  currency: string;
  /** By lower-case currency. */
  currencyOptions?: Record<string, AmountInput>;
  lookupKey?: string;
  metadata?: MetadataPatch;
  nickname?: string;
  recurring?: RecurringInput;
  tiersMode?: PriceRow["tiersMode"];
  /** Takes the lookup key from the price that has it, instead of refusing. */
  transferLookupKey?: boolean;
  transformQuantity?: TransformQuantity;
  /** Where the caller's parameters of it are, for errors: "" or `default_price_data`. */
  param?: string;
}

/** What of a price can change. What is left out stays as it is; null takes it away, for the options all of them. */
export interface PricePatch {
  active?: boolean;
  currencyOptions?: Record<string, AmountInput> | null;
  lookupKey?: string | null;
  metadata?: MetadataPatch;
  nickname?: string | null;
  productId?: string;
  taxBehavior?: TaxBehavior;
  transferLookupKey?: boolean;
  trialPeriodDays?: number;
}
