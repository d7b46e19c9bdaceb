import { beforeAll, expect, test } from "vitest";
import { aClient, aKey, anApiWorld, type ApiWorld } from "#tests/support/api-server";

let world: ApiWorld;
beforeAll(async () => {
  world = await anApiWorld();
});

const post = { display_name: "Post", fixed_amount: { amount: 500, currency: "eur" } };

test("every parameter of a shipping rate comes back, and what may change changes", async () => {
  const { stripe } = world;
  const { lastResponse: _, ...rate } = await stripe.shippingRates.create({
    delivery_estimate: { minimum: { unit: "day", value: 2 }, maximum: { unit: "week", value: 1 } },
    display_name: "Post",
    fixed_amount: {
      amount: 500,
      currency: "EUR",
      currency_options: { usd: { amount: 600, tax_behavior: "exclusive" } },
    },
    metadata: { a: "1" },
    tax_behavior: "unspecified",
    tax_code: "txcd_92010001",
    type: "fixed_amount",
    expand: ["fixed_amount.currency_options"],
  });
  expect(rate).toEqual({
    id: expect.stringMatching(/^shr_/),
    object: "shipping_rate",
    active: true,
    created: expect.any(Number),
    delivery_estimate: { minimum: { unit: "day", value: 2 }, maximum: { unit: "week", value: 1 } },
    display_name: "Post",
    fixed_amount: {
      amount: 500,
      currency: "eur",
      currency_options: {
        eur: { amount: 500, tax_behavior: "unspecified" },
        usd: { amount: 600, tax_behavior: "exclusive" },
      },
    },
    livemode: false,
    metadata: { a: "1" },
    tax_behavior: "unspecified",
    tax_code: "txcd_92010001",
    type: "fixed_amount",
  });
  const updated = await stripe.shippingRates.update(rate.id, {
    active: false,
    fixed_amount: { currency_options: { usd: { amount: 700 }, gbp: { amount: 400 } } },
    metadata: { b: "2" },
    tax_behavior: "inclusive",
    expand: ["fixed_amount.currency_options"],
  });
  expect(updated).toMatchObject({
    active: false,
    fixed_amount: {
      currency_options: {
        eur: { amount: 500, tax_behavior: "inclusive" },
        gbp: { amount: 400, tax_behavior: "inclusive" },
        usd: { amount: 700, tax_behavior: "exclusive" },
      },
    },
    metadata: { a: "1", b: "2" },
    tax_behavior: "inclusive",
  });
  await expect(stripe.shippingRates.update(rate.id, { tax_behavior: "exclusive" })).rejects.toMatchObject({
    param: "tax_behavior",
  });
  expect(await stripe.shippingRates.retrieve(rate.id)).toMatchObject({
    fixed_amount: { amount: 500, currency: "eur" },
  });
});

test("shipping rates are listed by every filter, page by page", async () => {
  const { stripe } = await anApiWorld();
  const a = await stripe.shippingRates.create(post);
  const b = await stripe.shippingRates.create({ ...post, fixed_amount: { amount: 0, currency: "usd" } });
  await stripe.shippingRates.update(b.id, { active: false });
  const idsOf = async (params: object) => (await stripe.shippingRates.list(params)).data.map(({ id }) => id);
  expect(await idsOf({})).toEqual([b.id, a.id]);
  expect(await idsOf({ active: true })).toEqual([a.id]);
  expect(await idsOf({ currency: "usd" })).toEqual([b.id]);
  expect(await idsOf({ limit: 1, starting_after: b.id })).toEqual([a.id]);
  expect(await idsOf({ created: { lt: a.created - 60 } })).toEqual([]);
});

test("what is wrong is named; readers do not write; strangers find nothing", async () => {
  const { stripe } = world;
  const options = (currency_options: object) => ({
    fixed_amount: { ...post.fixed_amount, currency_options },
  });
  const wrong: [object, object][] = [
    [{ display_name: undefined }, { code: "parameter_missing", param: "display_name" }],
    [{ fixed_amount: undefined }, { code: "parameter_missing", param: "fixed_amount" }],
    [{ fixed_amount: { amount: 5 } }, { code: "parameter_missing", param: "fixed_amount[currency]" }],
    [options({ eur: { amount: 1 } }), { param: "fixed_amount[currency_options][eur]" }],
    [
      options({ usd: { tax_behavior: "inclusive" } }),
      { param: "fixed_amount[currency_options][usd][amount]" },
    ],
    [
      { delivery_estimate: { minimum: { unit: "year", value: 1 } } },
      { param: "delivery_estimate[minimum][unit]" },
    ],
    [{ colour: "blue" }, { code: "parameter_unknown" }],
  ];
  for (const [change, error] of wrong) {
    await expect(stripe.shippingRates.create({ ...post, ...change })).rejects.toMatchObject(error);
  }
  const { id } = await stripe.shippingRates.create(post, { idempotencyKey: "one-rate" });
  expect((await stripe.shippingRates.create(post, { idempotencyKey: "one-rate" })).id).toBe(id);
  const reader = aClient(world, await aKey(world, "restricted", ["products:read"]));
  expect((await reader.shippingRates.retrieve(id)).id).toBe(id);
  await expect(reader.shippingRates.update(id, {})).rejects.toMatchObject({ statusCode: 403 });
  const { stripe: stranger } = await anApiWorld();
  await expect(stranger.shippingRates.retrieve(id)).rejects.toMatchObject({ statusCode: 404 });
});
