import fc from "fast-check";
import { expect, test } from "vitest";
import { formatExact, readExactAmount, toTypedText } from "#lib/prices/exact-amount";

const nb = "\u00a0";

test.each([
  ["12.50", "usd", "en", "1250"],
  ["1,234.5", "usd", "en", "123450"],
  ["0.0005", "usd", "en", "0.05"],
  ["0.000000000001", "jpy", "en", "0.000000000001"],
  ["150", "jpy", "en", "150"],
  ["1.2345", "kwd", "en", "1234.5"],
  ["12,5", "eur", "fr", "1250"],
  ["1 234,567", "eur", "fr", "123456.7"],
  ["12.50", "eur", "fr", "1250"],
  ["3.", "eur", "en", "300"],
  [".5", "eur", "en", null],
  ["1,23", "usd", "en", "123"],
  ["abc", "eur", "fr", null],
  ["-1", "eur", "en", null],
  ["", "eur", "en", null],
] as const)("%s in %s, %s, is %s minor units", (text, currency, locale, amount) => {
  const read = readExactAmount(text, currency, locale);
  expect(read.ok ? read.amount : null).toBe(amount);
});

test("no more than twelve decimals below the smallest coin", () => {
  expect(readExactAmount("0.001234567890123", "usd", "en").ok).toBe(false);
  expect(readExactAmount("0.00123456789012", "usd", "en")).toEqual({ ok: true, amount: "0.123456789012" });
});

test("what is shown in a field is read as the same amount", () => {
  const amounts = fc
    .tuple(fc.nat(10_000_000), fc.stringMatching(/^\d{0,11}[1-9]$/))
    .map(([whole, fraction]) => `${whole}.${fraction}`);
  fc.assert(
    fc.property(
      fc.oneof(amounts, fc.nat(10_000_000).map(String)),
      fc.constantFrom("eur" as const, "jpy" as const, "kwd" as const),
      fc.constantFrom("en" as const, "fr" as const),
      (amount, currency, locale) => {
        const typed = toTypedText(amount, currency, locale);
        expect(readExactAmount(typed, currency, locale)).toEqual({ ok: true, amount });
      },
    ),
  );
});

test("it is told with as many decimals as it has, and no fewer than its coins", () => {
  expect(formatExact("1250", "eur", "en")).toBe("€12.50");
  expect(formatExact("0.05", "usd", "en")).toBe("$0.0005");
  expect(formatExact("412.5", "eur", "fr")).toBe(`4,125${nb}€`);
  expect(formatExact("150", "jpy", "en")).toBe("¥150");
});
