import { expect, test } from "vitest";
import { toAmountText, toOthersText } from "#lib/prices/amount-text";

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
