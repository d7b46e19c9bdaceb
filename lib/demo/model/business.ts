import type { Catalogue } from "./catalogue.ts";
import type { Weighted } from "./random.ts";
import type { Rhythm } from "./rhythm.ts";

export interface Product {
  en: string;
  fr: string;
  /** Minor units of the account's own currency. */
  price: number;
}

export interface Market {
  /** ISO 3166, upper-case. */
  country: string;
  /** ISO 4217, lower-case: what its people pay in. */
  currency: string;
  language: "en" | "fr";
}

/** What a made-up business sells, to whom, and when. */
export interface Business {
  rhythm: Rhythm;
  markets: Weighted<Market>;
  goods: Weighted<Product>;
  subscriptions: Weighted<Product>;
  /** Minor units of the account's currency, added to an order of goods below `freeShippingFrom`. */
  shipping: number;
  freeShippingFrom: number;
  /** What order numbers begin with. */
  orderPrefix: string;
  /** Of goods: how often they are collected only when they leave the house. */
  collectedOnDispatch: number;
  catalogue: Catalogue;
}
