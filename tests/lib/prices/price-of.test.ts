import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Tier } from "#db/schema/catalog";
import { toParts } from "#lib/decimal";
import { type PriceModel, priceOf } from "#lib/prices/price-of";

const flatRate: PriceModel = {
  billingScheme: "per_unit",
  unitAmount: "1000",
  tiers: null,
  tiersMode: null,
  transformQuantity: null,
};
const fives: PriceModel = {
  ...flatRate,
  unitAmount: "2500",
  transformQuantity: { divide_by: 5, round: "up" },
};
const tiered = (tiersMode: "graduated" | "volume", tiers: Tier[]): PriceModel => ({
  ...flatRate,
  billingScheme: "tiered",
  unitAmount: null,
  tiers,
  tiersMode,
});
const tier = (upTo: number | null, unitAmount: string | null, flatAmount: string | null = null): Tier => ({
  upTo,
  unitAmount,
  flatAmount,
});
/** 1–5 at 7.00, 6–10 at 6.50, from 11 at 6.00. */
const fonts = [tier(5, "700"), tier(10, "650"), tier(null, "600")];

const amountOf = (price: PriceModel, quantity: number) => priceOf(price, quantity)?.amount;
const exactOf = (price: PriceModel, quantity: number) => toParts(priceOf(price, quantity)?.exact ?? "-1");

describe("the documented examples", () => {
  test.each([
    [1, 700],
    [5, 3500],
    [6, 3900],
    [20, 12_000],
    [25, 15_000],
  ])("%i units by volume cost %i", (quantity, amount) => {
    expect(amountOf(tiered("volume", fonts), quantity)).toBe(amount);
  });

  test.each([
    [1, 700],
    [5, 3500],
    [6, 4150],
    [20, 12_750],
    [25, 15_750],
  ])("%i graduated units cost %i", (quantity, amount) => {
    expect(amountOf(tiered("graduated", fonts), quantity)).toBe(amount);
  });

  test("eight in packages of five for 25 cost 50", () => {
    expect(priceOf(fives, 8)).toEqual({
      exact: "5000",
      amount: 5000,
      lines: [{ kind: "packages", quantity: 2, unitAmount: "2500", amount: "5000", tier: null }],
    });
    expect(amountOf({ ...fives, transformQuantity: { divide_by: 5, round: "down" } }, 8)).toBe(2500);
  });
});

test("the lines say what each tier adds, and its flat amount", () => {
  const price = tiered("graduated", [tier(5, "500", "1000"), tier(null, "400", "2000")]);
  expect(priceOf(price, 7)?.lines).toEqual([
    { kind: "tier_units", quantity: 5, unitAmount: "500", amount: "2500", tier: 0 },
    { kind: "tier_flat", quantity: 1, unitAmount: "1000", amount: "1000", tier: 0 },
    { kind: "tier_units", quantity: 2, unitAmount: "400", amount: "800", tier: 1 },
    { kind: "tier_flat", quantity: 1, unitAmount: "2000", amount: "2000", tier: 1 },
  ]);
  expect(priceOf({ ...price, tiersMode: "volume" }, 7)?.amount).toBe(7 * 400 + 2000);
});

test("fractions of a cent are exact until the total is rounded", () => {
  const price = { ...flatRate, unitAmount: "0.000000000001" };
  expect(priceOf(price, 3)).toMatchObject({ exact: "0.000000000003", amount: 0 });
  expect(priceOf({ ...flatRate, unitAmount: "0.5" }, 3)).toMatchObject({ exact: "1.5", amount: 2 });
});

test("nobody knows the price of what the customer chooses to pay", () => {
  expect(priceOf({ ...flatRate, unitAmount: null }, 1)).toBeNull();
});

const decimals = fc
  .tuple(fc.nat(100_000), fc.nat(999))
  .map(([whole, thousandths]) => `${whole}.${String(thousandths).padStart(3, "0")}`);
const tiers = fc
  .tuple(fc.array(fc.tuple(fc.integer({ min: 1, max: 20 }), decimals), { maxLength: 5 }), decimals)
  .map(([steps, last]) => {
    let end = 0;
    return [...steps.map(([width, amount]) => tier((end += width), amount)), tier(null, last)];
  });

describe("for any price", () => {
  test("graduated is continuous: one unit more costs that unit's own rate", () => {
    fc.assert(
      fc.property(tiers, fc.nat(120), (tiers, quantity) => {
        const price = tiered("graduated", tiers);
        const rate = tiers.find(({ upTo }) => upTo === null || quantity < upTo)?.unitAmount ?? "";
        expect(exactOf(price, quantity + 1) - exactOf(price, quantity)).toBe(toParts(rate));
      }),
    );
  });

  test("volume charges every unit the rate it reaches, so a total may fall", () => {
    fc.assert(
      fc.property(tiers, fc.nat(120), (tiers, quantity) => {
        const rate = tiers.find(({ upTo }) => upTo === null || quantity <= upTo)?.unitAmount ?? "";
        expect(exactOf(tiered("volume", tiers), quantity)).toBe(toParts(rate) * BigInt(quantity));
      }),
    );
    const falling = tiered("volume", [tier(10, "100"), tier(null, "50")]);
    expect(amountOf(falling, 11)).toBeLessThan(amountOf(falling, 10) ?? 0);
  });

  test("a package that was begun is paid whole", () => {
    fc.assert(
      fc.property(fc.nat(100_000), fc.integer({ min: 1, max: 1000 }), (quantity, size) => {
        const price: PriceModel = { ...fives, transformQuantity: { divide_by: size, round: "up" } };
        const bought = (amountOf(price, quantity) ?? 0) / 2500;
        expect(bought * size).toBeGreaterThanOrEqual(quantity);
        expect((bought - 1) * size).toBeLessThan(quantity);
      }),
    );
  });

  test("the lines add up to the total", () => {
    fc.assert(
      fc.property(tiers, fc.nat(120), fc.constantFrom("graduated", "volume"), (tiers, quantity, mode) => {
        const priced = priceOf(tiered(mode, tiers), quantity);
        const sum = priced?.lines.reduce((total, line) => total + toParts(line.amount), 0n);
        expect(sum).toBe(toParts(priced?.exact ?? "-1"));
      }),
    );
  });
});
