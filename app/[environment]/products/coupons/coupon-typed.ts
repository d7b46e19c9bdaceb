import type { Viewer } from "#lib/auth/viewer";
import type { NewCouponInput } from "#lib/coupons/create-coupon";
import { mostRedemptions, percentOff } from "#lib/coupons/params";
import { isCurrency } from "#lib/currencies";
import type { MetadataPatch } from "#lib/metadata";
import type { NewPromotionCodeInput } from "#lib/promotion-codes/create-promotion-code";
import { otherAmountsTyped } from "../_parts/extra-currencies";
import {
  coinsTyped,
  countTyped,
  dayEndTyped,
  needed,
  textTyped,
  type Typed,
  wrong,
} from "../_parts/read-typed";

type Reader = Pick<Viewer, "locale" | "timeZone">;

/** A coupon as a person described it. Throws the first thing that is wrong with it, beside its field. */
export function couponTyped(
  typed: Typed,
  { products, metadata }: { products: string[]; metadata: MetadataPatch },
  viewer: Reader,
): NewCouponInput {
  const duration = (["once", "repeating", "forever"] as const).find((one) => one === typed.duration);
  const months = duration === "repeating" ? countTyped(typed, "months", 1200) : undefined;
  return {
    ...offTyped(typed, viewer),
    duration: needed(duration, "duration"),
    durationInMonths: duration === "repeating" ? needed(months, "months") : undefined,
    id: idTyped(typed),
    maxRedemptions: countTyped(typed, "maxRedemptions", mostRedemptions) ?? undefined,
    metadata,
    name: textTyped(typed, "name", 40),
    productIds: products.length > 0 ? products : undefined,
    redeemBy: dayEndTyped(typed, "redeemBy", viewer.timeZone),
  };
}

/** A promotion code as a person described it. */
export function codeTyped(typed: Typed, metadata: MetadataPatch, viewer: Reader): NewPromotionCodeInput {
  const code = textTyped(typed, "code", 500);
  if (code !== undefined && !/^[A-Za-z0-9-]+$/.test(code)) throw wrong("code", "code_characters");
  return {
    ...minimumTyped(typed, viewer),
    code: code?.toUpperCase(),
    couponId: typed.coupon ?? "",
    customerId: textTyped(typed, "customer", 255),
    expiresAt: dayEndTyped(typed, "expiresAt", viewer.timeZone),
    firstTimeTransaction: typed.firstTime === "yes",
    maxRedemptions: countTyped(typed, "maxRedemptions", mostRedemptions) ?? undefined,
    metadata,
  };
}

function minimumTyped(typed: Typed, { locale }: Reader) {
  const currency = currencyTyped(typed);
  const minimumAmount = coinsTyped(typed, "minimum", { currency, locale });
  const currencyOptions = otherAmountsTyped(typed, locale);
  if (minimumAmount !== null) return { minimumAmount, minimumAmountCurrency: currency, currencyOptions };
  if (Object.keys(currencyOptions).length > 0) throw wrong("minimum", "required");
  return {};
}

function offTyped(typed: Typed, { locale }: Reader) {
  if (typed.kind === "percent") return { percentOff: percentTyped(typed) };
  const currency = currencyTyped(typed);
  const amountOff = needed(coinsTyped(typed, "amount", { currency, locale }), "amount");
  if (amountOff === 0) throw wrong("amount", "amount_too_small");
  return { amountOff, currency, currencyOptions: otherAmountsTyped(typed, locale) };
}

function currencyTyped(typed: Typed) {
  const currency = typed.currency ?? "";
  if (!isCurrency(currency)) throw wrong("currency", "currency_unknown");
  return currency;
}

function percentTyped(typed: Typed): string {
  const text = needed(textTyped(typed, "percent", 20), "percent")
    .replace(",", ".")
    .replace(/\s?%$/, "");
  const read = percentOff().safeParse(text);
  if (!read.success || read.data === "0") throw wrong("percent", "percent_invalid");
  return read.data;
}

function idTyped(typed: Typed): string | undefined {
  const id = textTyped(typed, "id", 200);
  if (id !== undefined && !/^[\w-]+$/.test(id)) throw wrong("id", "code_characters");
  return id;
}
