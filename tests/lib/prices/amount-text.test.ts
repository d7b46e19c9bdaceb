import fc from "fast-check";
import { expect, test } from "vitest";
import { readAmountText, readOthersText, toAmountText, toOthersText } from "#lib/prices/amount-text";

const nothing = { unitAmount: null, tiers: null, customUnitAmount: null };
const tiers = [
  { upTo: 10, unitAmount: "700", flatAmount: "2900" },
  { upTo: 50, unitAmount: null, flatAmount: "100" },
  { upTo: null, unitAmount: "412.5", flatAmount: null },
];

test("a price is one text that a spreadsheet can hold", () => {
  expect(toAmountText({ ...nothing, unitAmount: "1250" }, "eur")).toBe("12.50");
  expect(toAmountText({ ...nothing, tiers }, "eur")).toBe("10:7.00+29.00 50:+1.00 inf:4.125");
  const chosen = { ...nothing, customUnitAmount: { minimum: 500, maximum: null, preset: 2000 } };
  expect(toAmountText(chosen, "eur")).toBe("5.00..~20.00");
  const option = { ...nothing, taxBehavior: "unspecified" as const };
  const currencyOptions = { usd: { ...option, unitAmount: "0.05" }, jpy: { ...option, unitAmount: "1500" } };
  expect(toOthersText({ currencyOptions })).toBe("jpy=1500|usd=0.0005");
});

test("the text is read as the same price", () => {
  const amount = fc.nat(10_000_000).map(String);
  const exact = fc
    .tuple(amount, fc.stringMatching(/^\d{0,5}[1-9]$/))
    .map(([whole, part]) => `${whole}.${part}`);
  const anyTier = fc
    .record({ unitAmount: fc.option(fc.oneof(amount, exact)), flatAmount: fc.option(amount) })
    .filter(({ unitAmount, flatAmount }) => unitAmount !== null || flatAmount !== null);
  const anyTiers = fc
    .array(anyTier, { minLength: 1, maxLength: 5 })
    .map((all) => all.map((tier, index) => ({ ...tier, upTo: index === all.length - 1 ? null : index + 1 })));
  const anyCurrency = fc.constantFrom("eur" as const, "jpy" as const, "kwd" as const);
  fc.assert(
    fc.property(anyTiers, fc.oneof(amount, exact), anyCurrency, (all, unitAmount, currency) => {
      const text = toAmountText({ ...nothing, tiers: all }, currency);
      expect(readAmountText(text, "graduated", currency)).toEqual({ tiers: all });
      const flat = toAmountText({ ...nothing, unitAmount }, currency);
      expect(readAmountText(flat, "flat", currency)).toEqual({ unitAmount });
    }),
  );
  const customUnitAmount = { minimum: null, maximum: 900, preset: null };
  const text = toAmountText({ ...nothing, customUnitAmount }, "jpy");
  expect(readAmountText(text, "custom", "jpy")).toEqual({ customUnitAmount });
  expect(readOthersText("jpy=1500 | USD=0.0005", "flat")).toEqual({
    jpy: { unitAmount: "1500" },
    usd: { unitAmount: "0.05" },
  });
});

test.each([
  ["ten", "flat"],
  ["", "flat"],
  ["-1", "flat"],
  ["10:7.00 and more", "graduated"],
  ["10", "volume"],
  ["5.00", "custom"],
  ["1.234..", "custom"],
] as const)("“%s” is no price of the model %s", (text, model) => {
  expect(readAmountText(text, model, "eur")).toBeNull();
});

test.each(["usd", "xyz=5", "usd=5|usd=6", "usd=x"])("“%s” is nothing in other currencies", (text) => {
  expect(readOthersText(text, "flat")).toBeNull();
});
