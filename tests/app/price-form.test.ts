import { describe, expect, test } from "vitest";
import { isDomainError } from "#lib/errors";
import { createPrice } from "#lib/prices/create-price";
import { aWorld } from "#tests/support/world";
import { priceTyped } from "../../app/[environment]/products/_price-form/price-typed";
import type { Typed } from "../../app/[environment]/products/_parts/read-typed";
import { rearranged } from "../../app/[environment]/products/_price-form/rearrange";
import { typedOf } from "../../app/[environment]/products/_price-form/typed-of";

const flat: Typed = {
  model: "flat",
  currency: "eur",
  unit: "12.50",
  timing: "one_time",
  taxBehavior: "exclusive",
};
const tiers: Typed = {
  ...flat,
  model: "graduated",
  tiers: "3",
  "tier-0-upTo": "10",
  "tier-0-unit": "7",
  "tier-0-flat": "29",
  "tier-1-upTo": "50",
  "tier-1-unit": "5.5",
  "tier-2-unit": "4.125",
};

/** What is wrong, as the form shows it: the field and the code. */
function problemOf(typed: Typed): [string | undefined, string | undefined] {
  try {
    priceTyped(typed, "en");
  } catch (error) {
    if (isDomainError(error)) return [error.facts.param, error.facts.code];
    throw error;
  }
  throw new Error("Nothing is wrong with it");
}

describe("a price as it was typed", () => {
  test("flat, in several currencies, recurring", () => {
    const typed = {
      ...flat,
      extra: "jpy,usd",
      "unit-jpy": "1500",
      "unit-usd": "0.0005",
      timing: "recurring",
    };
    expect(
      priceTyped({ ...typed, interval: "month", intervalCount: "3", lookupKey: " pro " }, "en"),
    ).toMatchObject({
      billingScheme: "per_unit",
      unitAmount: "1250",
      currencyOptions: { jpy: { unitAmount: "1500" }, usd: { unitAmount: "0.05" } },
      recurring: { interval: "month", intervalCount: 3 },
      taxBehavior: "exclusive",
      lookupKey: "pro",
    });
  });

  test("in packages, that are paid whole", () => {
    expect(priceTyped({ ...flat, model: "package", packageSize: "12" }, "en")).toMatchObject({
      unitAmount: "1250",
      transformQuantity: { divide_by: 12, round: "up" },
    });
  });

  test("in tiers, the last of which has no end", () => {
    expect(priceTyped(tiers, "en")).toMatchObject({
      billingScheme: "tiered",
      tiersMode: "graduated",
      tiers: [
        { upTo: 10, unitAmount: "700", flatAmount: "2900" },
        { upTo: 50, unitAmount: "550", flatAmount: null },
        { upTo: null, unitAmount: "412.5", flatAmount: null },
      ],
    });
  });

  test("chosen by the customer, once only", () => {
    const typed = {
      ...flat,
      model: "custom",
      minimum: "5",
      preset: "20",
      timing: "recurring",
      interval: "month",
    };
    const read = priceTyped(typed, "en");
    expect(read.customUnitAmount).toEqual({ minimum: 500, maximum: null, preset: 2000 });
    expect(read.recurring).toBeUndefined();
  });

  test.each<[string, Typed, string, string]>([
    ["no amount", { ...flat, unit: "" }, "unit", "required"],
    ["words", { ...flat, unit: "ten" }, "unit", "amount_unreadable"],
    ["a currency nobody knows", { ...flat, currency: "xyz" }, "currency", "currency_unknown"],
    ["no amount in another currency", { ...flat, extra: "usd" }, "unit-usd", "required"],
    ["no package", { ...flat, model: "package", packageSize: "0" }, "packageSize", "quantity_invalid"],
    ["tiers that go back", { ...tiers, "tier-1-upTo": "10" }, "tier-1-upTo", "tier_order"],
    ["an empty tier", { ...tiers, "tier-2-unit": "" }, "tier-2-unit", "tier_empty"],
    ["a fraction of a fee", { ...tiers, "tier-0-flat": "0.005" }, "tier-0-flat", "amount_decimals"],
    [
      "a maximum below",
      { ...flat, model: "custom", minimum: "5", maximum: "4" },
      "maximum",
      "maximum_below_minimum",
    ],
    ["a preset beyond", { ...flat, model: "custom", maximum: "4", preset: "5" }, "preset", "preset_outside"],
    [
      "four years",
      { ...flat, timing: "recurring", interval: "year", intervalCount: "4" },
      "intervalCount",
      "interval_too_long",
    ],
  ])("%s is refused beside its field", (_what, typed, field, code) => {
    expect(problemOf(typed)).toEqual([field, code]);
  });

  test("what a price was made of is typed again for another one like it", async () => {
    const { viewer } = await aWorld();
    const input = priceTyped(
      { ...tiers, extra: "usd", "tier-0-unit-usd": "8", "tier-1-unit-usd": "6", "tier-2-unit-usd": "5" },
      "en",
    );
    const price = await createPrice(viewer, { ...input, product: { name: "Desk" } });
    for (const locale of ["en", "fr"] as const) {
      const again = priceTyped(typedOf(price, locale), locale);
      expect(again).toMatchObject({
        tiers: input.tiers,
        currencyOptions: { usd: { tiers: price.currencyOptions.usd?.tiers } },
      });
    }
  });
});

describe("a button that only changes what is asked", () => {
  test("adds a tier and a currency, and keeps what was typed", () => {
    expect(rearranged(tiers, "add-tier")).toEqual({ ...tiers, tiers: "4" });
    const typed = { ...flat, addCurrency: "usd", extra: "jpy" };
    expect(rearranged(typed, "add-currency")).toEqual({ ...typed, addCurrency: "", extra: "jpy,usd" });
  });

  test("takes a tier out, and those behind it move up", () => {
    const left = rearranged(tiers, "remove-tier-0");
    expect(left).toMatchObject({
      tiers: "2",
      "tier-0-upTo": "50",
      "tier-0-unit": "5.5",
      "tier-1-unit": "4.125",
    });
    expect(left).not.toHaveProperty("tier-2-unit");
    expect(left).not.toHaveProperty("tier-0-flat");
    expect(rearranged({ ...flat, tiers: "1" }, "remove-tier-0")).toMatchObject({ tiers: "1" });
  });

  test("takes a currency out; any other button sends the form", () => {
    expect(rearranged({ ...flat, extra: "jpy,usd" }, "remove-currency-jpy")).toMatchObject({ extra: "usd" });
    expect(rearranged(flat, "save")).toBeNull();
  });
});
