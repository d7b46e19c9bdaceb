import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { formatMoney } from "#lib/i18n/format";
import {
  chargeStep,
  type Currency,
  exponent,
  isCurrency,
  maximumCharge,
  minimumCharge,
  multiplyRate,
  parseDecimal,
  payable,
  payoutStep,
  supportedCurrencies,
  toDecimalString,
} from "#lib/money";

const anyCurrency = fc.constantFrom(...supportedCurrencies);
const anyAmount = fc.integer({ min: -999_999_999_999, max: 999_999_999_999 });

describe("currencies", () => {
  test.each<[Currency, number]>([
    ["usd", 2],
    ["eur", 2],
    ["jpy", 0],
    ["xof", 0],
    ["kwd", 3],
    ["isk", 2],
    ["ugx", 2],
    ["huf", 2],
  ])("%s has %i decimals in the API", (currency, decimals) => {
    expect(exponent(currency)).toBe(decimals);
  });

  test("amounts keep to what networks and banks can move", () => {
    expect(chargeStep("isk")).toBe(100);
    expect(chargeStep("kwd")).toBe(10);
    expect(chargeStep("huf")).toBe(1);
    expect(payoutStep("huf")).toBe(100);
    expect(payoutStep("twd")).toBe(100);
    expect(payoutStep("eur")).toBe(1);
    expect(payable(123_456, "huf")).toBe(123_400);
    expect(payable(12_345, "kwd")).toBe(12_340);
    expect(payable(12_345, "eur")).toBe(12_345);
  });

  test("charges have a smallest and a largest amount", () => {
    expect(minimumCharge("usd")).toBe(50);
    expect(minimumCharge("huf")).toBe(17_500);
    expect(minimumCharge("xpf")).toBeUndefined();
    expect(maximumCharge("eur")).toBe(99_999_999);
    expect(maximumCharge("idr")).toBe(999_999_999_999);
  });

  test("codes are lower case, unique and known", () => {
    expect(new Set(supportedCurrencies).size).toBe(supportedCurrencies.length);
    expect(isCurrency("eur")).toBe(true);
    expect(isCurrency("EUR")).toBe(false);
    expect(isCurrency("xxx")).toBe(false);
  });
});

describe("toDecimalString", () => {
  test.each<[number, Currency, string]>([
    [1250, "eur", "12.50"],
    [5, "usd", "0.05"],
    [-5, "usd", "-0.05"],
    [0, "eur", "0.00"],
    [500, "jpy", "500"],
    [-1, "jpy", "-1"],
    [1234, "kwd", "1.234"],
    [500, "isk", "5.00"],
  ])("%i in %s is %s", (amount, currency, text) => {
    expect(toDecimalString({ amount, currency })).toBe(text);
  });

  test("refuses fractions of a minor unit and amounts too large to be exact", () => {
    expect(() => toDecimalString({ amount: 0.5, currency: "eur" })).toThrow(RangeError);
    expect(() => toDecimalString({ amount: 2 ** 53, currency: "eur" })).toThrow(RangeError);
  });
});

describe("parseDecimal", () => {
  test.each<[string, Currency, "en" | "fr", number]>([
    ["1,234.50", "eur", "en", 123_450],
    ["1 234.5", "eur", "en", 123_450],
    ["12", "eur", "en", 1200],
    ["12.", "eur", "en", 1200],
    ["12,50", "eur", "en", 1250],
    ["1234,5", "eur", "en", 123_450],
    [" 0.05 ", "usd", "en", 5],
    ["1,234", "jpy", "en", 1234],
    ["1.234", "kwd", "en", 1234],
    ["1 234,50", "eur", "fr", 123_450],
    ["1\u202f234\u00a0567,5", "eur", "fr", 123_456_750],
    ["12.50", "eur", "fr", 1250],
    ["0,5", "eur", "fr", 50],
  ])("%s (%s, %s) is %i", (text, currency, locale, amount) => {
    expect(parseDecimal(text, currency, locale)).toEqual({ ok: true, amount });
  });

  test.each<[string, Currency, "en" | "fr", string]>([
    ["", "eur", "en", "empty"],
    ["   ", "eur", "fr", "empty"],
    ["ten", "eur", "en", "not_a_number"],
    ["1,234,50", "eur", "en", "not_a_number"],
    ["12,", "eur", "en", "not_a_number"],
    ["1,23,456", "eur", "en", "not_a_number"],
    ["1.234,50", "eur", "fr", "not_a_number"],
    ["1e3", "eur", "en", "not_a_number"],
    [".5", "eur", "en", "not_a_number"],
    ["-5", "eur", "en", "negative"],
    ["−5,00", "eur", "fr", "negative"],
    ["1.234", "eur", "fr", "too_many_decimals"],
    ["1.5", "jpy", "en", "too_many_decimals"],
    ["99999999999999999", "eur", "en", "too_large"],
  ])("%j (%s, %s) is refused: %s", (text, currency, locale, reason) => {
    expect(parseDecimal(text, currency, locale)).toEqual({ ok: false, reason });
  });

  test("reads back every amount it is shown", () => {
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999_999 }), anyCurrency, (amount, currency) => {
        const shown = toDecimalString({ amount, currency });
        expect(parseDecimal(shown, currency, "en")).toEqual({ ok: true, amount });
        expect(parseDecimal(shown.replace(".", ","), currency, "fr")).toEqual({ ok: true, amount });
      }),
    );
  });
});

describe("multiplyRate", () => {
  test.each<[number, string, number]>([
    [6450, "0.015", 97],
    [100, "0.005", 1],
    [99, "0.005", 0],
    [-100, "0.005", -1],
    [100, "-0.005", -1],
    [10_000, "1.0842", 10_842],
    [1, "0.5", 1],
    [3, "0.1", 0],
    [999_999_999_999, "1", 999_999_999_999],
  ])("%i × %s = %i", (amount, rate, result) => {
    expect(multiplyRate(amount, rate)).toBe(result);
  });

  test.each(["1e-3", "", ".5", "1,5", "NaN", "1."])("%j is not a rate", (rate) => {
    expect(() => multiplyRate(100, rate)).toThrow(RangeError);
  });

  test("is never more than half a unit away from the exact product", () => {
    fc.assert(
      fc.property(anyAmount, fc.integer({ min: 0, max: 99_999 }), (amount, tenThousandths) => {
        const rate = `${Math.floor(tenThousandths / 10_000)}.${String(tenThousandths % 10_000).padStart(4, "0")}`;
        const error = BigInt(multiplyRate(amount, rate)) * 10_000n - BigInt(amount) * BigInt(tenThousandths);
        expect(error <= 5000n && error >= -5000n).toBe(true);
      }),
    );
  });

  test("giving back mirrors taking", () => {
    fc.assert(
      fc.property(anyAmount, fc.constantFrom("0.014", "0.025", "0.5", "1.33335"), (amount, rate) => {
        expect(multiplyRate(-amount, rate) + multiplyRate(amount, rate)).toBe(0);
      }),
    );
  });
});

test("every currency can be shown in both languages", () => {
  for (const currency of supportedCurrencies) {
    expect(formatMoney(123_456, currency, "en")).toMatch(/\d/);
    expect(formatMoney(123_456, currency, "fr")).toMatch(/\d/);
  }
});
