import { expect, test } from "vitest";
import { shareTyped } from "../../app/[environment]/transactions/bulk/share-typed";

const typed = (share: "all" | "percent" | "amount", value = "") => ({ share, value, currency: "eur" });

test("a share of each payment is typed in words, percent or money", () => {
  expect(shareTyped(typed("all"), "en")).toEqual({ all: true });
  expect(() => shareTyped(typed("all", "10.5"), "en")).toThrow(/takes no value/);
  expect(shareTyped(typed("percent", "12.5 %"), "en")).toEqual({ percent: "12.5" });
  expect(shareTyped(typed("percent", "12,5"), "fr")).toEqual({ percent: "12.5" });
  expect(shareTyped(typed("amount", "1 234,50"), "fr")).toEqual({ amount: 123_450, currency: "eur" });
});

test("what is none is said beside the field", () => {
  for (const value of ["", "0", "101", "1.234", "ten", "-5"]) {
    expect(() => shareTyped(typed("percent", value), "en")).toThrow(/percentage/);
  }
  for (const value of ["", "0", "ten"]) {
    const attempt = () => shareTyped(typed("amount", value), "en");
    expect(attempt).toThrow(expect.objectContaining({ facts: expect.objectContaining({ param: "value" }) }));
  }
});
