import { expect, test } from "vitest";
import { totalsWords } from "../../app/_lists/totals-words.ts";
import { aWorld } from "#tests/support/world";

test("a list's total says what came in where that is something else", async () => {
  const { viewer } = await aWorld();
  const eur = { currency: "eur", count: 2, amount: 6000, received: 4500 };
  const usd = { currency: "usd", count: 1, amount: 500, received: 500 };
  expect(totalsWords(viewer, [eur, usd])).toBe("3 results · €60.00 (€45.00 came in) · $5.00");
  expect(totalsWords(viewer, [{ ...eur, received: 0 }])).toBe("2 results · €60.00");
  expect(totalsWords(viewer, [{ currency: null, count: 7, amount: 0 }])).toBe("7 results");
});
