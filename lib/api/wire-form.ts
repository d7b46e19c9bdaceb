import type Stripe from "stripe";

/** An object as it is sent: the official client makes its exact decimals of text. */
export type WireForm<T> = T extends Stripe.Decimal
  ? string
  : T extends string | number | boolean | null | undefined
    ? T
    : T extends readonly (infer Item)[]
      ? WireForm<Item>[]
      : { [Name in keyof T]: WireForm<T[Name]> };
