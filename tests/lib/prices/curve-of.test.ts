import { expect, test } from "vitest";
import { curveOf } from "#lib/prices/curve-of";
import { isTold, type PriceModel, priceOf } from "#lib/prices/price-of";

const flat: PriceModel = {
  billingScheme: "per_unit",
  unitAmount: "1000",
  tiers: null,
  tiersMode: null,
  transformQuantity: null,
};

test("a curve goes from none in even steps behind the last tier, each point at its price", () => {
  const price: PriceModel = {
    ...flat,
    billingScheme: "tiered",
    unitAmount: null,
    tiersMode: "volume",
    tiers: [
      { upTo: 100, unitAmount: "50", flatAmount: null },
      { upTo: null, unitAmount: "30", flatAmount: null },
    ],
  };
  const points = curveOf(price);
  const step = points[1]?.quantity ?? 0;
  expect(points.map(({ quantity }) => quantity)).toEqual(points.map((_, index) => index * step));
  expect(points.at(-1)?.quantity).toBeGreaterThanOrEqual(150);
  expect(points.length).toBeLessThanOrEqual(26);
  for (const { quantity, amount } of points) expect(amount).toBe(priceOf(price, quantity)?.amount);
  expect(curveOf(price, 900).at(-1)?.quantity).toBeGreaterThanOrEqual(900);
});

test("what the customer chooses has no curve", () => {
  expect(curveOf({ ...flat, unitAmount: null })).toEqual([]);
});

test("what goes beyond every amount is not drawn, nor told", () => {
  const dear: PriceModel = { ...flat, unitAmount: "99999999" };
  const isToldOf = (quantity: number) => {
    const priced = priceOf(dear, quantity);
    return priced && isTold(priced);
  };
  expect(isToldOf(90_000_000)).toBe(true);
  expect(isToldOf(1_000_000_000)).toBe(false);
  const points = curveOf(dear, 1_000_000_000);
  expect(points.length).toBeGreaterThan(1);
  for (const { amount } of points) expect(amount).toBeLessThanOrEqual(Number.MAX_SAFE_INTEGER);
});
