import { describe, expect, test } from "vitest";
import { isDomainError } from "#lib/errors";
import { codeTyped, couponTyped } from "../../app/[environment]/products/coupons/coupon-typed";
import type { Typed } from "../../app/[environment]/products/_parts/read-typed";
import { shippingTyped } from "../../app/[environment]/products/shipping-rates/shipping-typed";
import { rateTyped } from "../../app/[environment]/products/tax-rates/rate-typed";

const paris = { locale: "fr", timeZone: "Europe/Paris" } as const;
const nothing = { products: [], metadata: {} };
const percent: Typed = { kind: "percent", percent: "12,5 %", duration: "once" };
const amount: Typed = { kind: "amount", amount: "5", currency: "eur", duration: "forever" };

/** What is wrong, as a form shows it: the field and the code. */
function problemOf(read: () => unknown): [string | undefined, string | undefined] {
  try {
    read();
  } catch (error) {
    if (isDomainError(error)) return [error.facts.param, error.facts.code];
    throw error;
  }
  throw new Error("Nothing is wrong with it");
}

describe("a coupon as it was typed", () => {
  test("a percentage, until the end of a day where the account is", () => {
    const typed = { ...percent, redeemBy: "2026-03-29", maxRedemptions: "50", name: " Noël " };
    expect(couponTyped(typed, { products: ["prod_1"], metadata: {} }, paris)).toMatchObject({
      percentOff: "12.5",
      redeemBy: Date.parse("2026-03-29T22:00:00Z"),
      maxRedemptions: 50,
      name: "Noël",
      productIds: ["prod_1"],
    });
  });

  test("an amount in several currencies, for some months", () => {
    const typed = { ...amount, extra: "jpy", "amount-jpy": "800", duration: "repeating", months: "3" };
    expect(couponTyped(typed, nothing, paris)).toMatchObject({
      amountOff: 500,
      currency: "eur",
      currencyOptions: { jpy: 800 },
      duration: "repeating",
      durationInMonths: 3,
    });
  });

  test.each<[string, Typed, string, string]>([
    ["nothing off", { ...percent, percent: "0" }, "percent", "percent_invalid"],
    ["more than all", { ...percent, percent: "100,5" }, "percent", "percent_invalid"],
    ["more decimals than are kept", { ...percent, percent: "0,0000000000001" }, "percent", "percent_invalid"],
    ["no amount", { ...amount, amount: "" }, "amount", "required"],
    ["an amount of nothing", { ...amount, amount: "0" }, "amount", "amount_too_small"],
    ["months that were not said", { ...percent, duration: "repeating" }, "months", "required"],
    ["an id with blanks", { ...percent, id: "ten off" }, "id", "code_characters"],
    ["a day that is none", { ...percent, redeemBy: "2026-02-30" }, "redeemBy", "day_invalid"],
  ])("%s is refused beside its field", (_what, typed, field, code) => {
    expect(problemOf(() => couponTyped(typed, nothing, paris))).toEqual([field, code]);
  });
});

test("a code with its limits, spelled in capitals", () => {
  const typed = { coupon: "NOEL", code: "noel15", firstTime: "yes", minimum: "25", currency: "eur" };
  expect(codeTyped(typed, {}, paris)).toMatchObject({
    couponId: "NOEL",
    code: "NOEL15",
    firstTimeTransaction: true,
    minimumAmount: 2500,
    minimumAmountCurrency: "eur",
  });
  expect(problemOf(() => codeTyped({ ...typed, code: "noël 15" }, {}, paris))).toEqual([
    "code",
    "code_characters",
  ]);
  const foreign = { ...typed, minimum: "", extra: "usd", "amount-usd": "30" };
  expect(problemOf(() => codeTyped(foreign, {}, paris))).toEqual(["minimum", "required"]);
});

test("a tax rate and a shipping rate", () => {
  expect(
    rateTyped({ displayName: "TVA", percentage: "5,5", inclusive: "yes", country: "fr" }, {}),
  ).toMatchObject({
    percentage: "5.5",
    inclusive: true,
    country: "FR",
    taxType: null,
  });
  expect(problemOf(() => rateTyped({ displayName: "TVA", percentage: "101", inclusive: "yes" }, {}))).toEqual(
    ["percentage", "tax_percentage_invalid"],
  );
  const typed = {
    displayName: "Express",
    amount: "0,500",
    currency: "kwd",
    unit: "day",
    minimum: "1",
    maximum: "2",
  };
  expect(shippingTyped(typed, {}, "fr")).toMatchObject({
    amount: 500,
    deliveryEstimate: { minimum: { unit: "day", value: 1 }, maximum: { unit: "day", value: 2 } },
  });
  expect(problemOf(() => shippingTyped({ ...typed, minimum: "3" }, {}, "fr"))).toEqual([
    "maximum",
    "maximum_below_minimum",
  ]);
});
