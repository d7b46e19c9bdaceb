import Stripe from "stripe";
import { beforeAll, expect, test } from "vitest";
import { anApiWorld, type ApiWorld } from "#tests/support/api-server";

let world: ApiWorld;
let product: string;
beforeAll(async () => {
  world = await anApiWorld();
  product = (await world.stripe.products.create({ name: "Soap" })).id;
});

test("what does not make a price is named", async () => {
  const { stripe } = world;
  const base = { product, currency: "eur" };
  const tiered = { ...base, billing_scheme: "tiered", tiers_mode: "volume" };
  const wrong: [object, object][] = [
    [
      { currency: "eur", unit_amount: 1 },
      { code: "parameter_missing", param: "product" },
    ],
    [{ ...base, unit_amount: 1, product_data: { name: "x" } }, { param: "product" }],
    [
      { ...base, product: "prod_x", unit_amount: 1 },
      { statusCode: 404, param: "product" },
    ],
    [
      { product, unit_amount: 1 },
      { code: "parameter_missing", param: "currency" },
    ],
    [base, { message: "Prices require an `unit_amount` or `unit_amount_decimal` parameter to be set." }],
    [{ ...base, unit_amount: 1, unit_amount_decimal: Stripe.Decimal.from("1") }, { param: "unit_amount" }],
    [
      { ...base, unit_amount: -1 },
      { code: "parameter_invalid_integer", param: "unit_amount" },
    ],
    [
      { ...base, unit_amount_decimal: Stripe.Decimal.from("0.1234567890123") },
      { param: "unit_amount_decimal" },
    ],
    [
      { ...base, unit_amount: 1, colour: "blue" },
      { code: "parameter_unknown", param: "colour" },
    ],
    [{ ...base, unit_amount: 1, tiers: [{ up_to: "inf", unit_amount: 1 }] }, { param: "tiers" }],
    [{ ...base, unit_amount: 1, tiers_mode: "volume" }, { param: "tiers_mode" }],
    [{ ...base, custom_unit_amount: { enabled: false } }, { param: "custom_unit_amount[enabled]" }],
    [
      { ...base, custom_unit_amount: { enabled: true, minimum: 5, maximum: 4 } },
      { param: "custom_unit_amount" },
    ],
    [
      { ...base, custom_unit_amount: { enabled: true, preset: 5, maximum: 4 } },
      { param: "custom_unit_amount" },
    ],
    [
      { ...base, custom_unit_amount: { enabled: true }, recurring: { interval: "day" } },
      { param: "custom_unit_amount" },
    ],
    [tiered, { code: "parameter_missing", param: "tiers" }],
    [{ ...tiered, tiers: [{ up_to: 5, unit_amount: 1 }] }, { param: "tiers" }],
    [
      {
        ...tiered,
        tiers: [
          { up_to: 5, unit_amount: 1 },
          { up_to: 4, unit_amount: 1 },
          { up_to: "inf", unit_amount: 1 },
        ],
      },
      { param: "tiers" },
    ],
    [{ ...tiered, tiers: [{ up_to: "inf" }] }, { param: "tiers" }],
    [{ ...tiered, tiers: [{ up_to: "inf", unit_amount: 1 }], unit_amount: 1 }, { param: "unit_amount" }],
    [
      {
        ...tiered,
        tiers: [{ up_to: "inf", unit_amount: 1 }],
        transform_quantity: { divide_by: 2, round: "up" },
      },
      { param: "transform_quantity" },
    ],
    [
      { ...base, unit_amount: 1, recurring: { interval: "year", interval_count: 4 } },
      { param: "recurring[interval_count]" },
    ],
    [
      { ...base, unit_amount: 1, recurring: { interval: "day", usage_type: "metered" } },
      { param: "recurring[usage_type]" },
    ],
    [
      { ...base, unit_amount: 1, recurring: { interval: "day", meter: "mtr_x" } },
      { code: "resource_missing" },
    ],
    [
      { ...base, unit_amount: 1, currency_options: { eur: { unit_amount: 1 } } },
      { param: "currency_options[eur]" },
    ],
    [
      { ...base, unit_amount: 1, currency_options: { usd: { tax_behavior: "exclusive" } } },
      { param: "currency_options[usd]" },
    ],
    [
      { ...base, unit_amount: 1, currency_options: { zzz: { unit_amount: 1 } } },
      { param: "currency_options[zzz]" },
    ],
  ];
  for (const [params, error] of wrong) {
    const act = stripe.prices.create(Object.assign({ currency: "" }, { currency: undefined }, params));
    await expect(act, JSON.stringify(params)).rejects.toMatchObject(error);
  }
});
