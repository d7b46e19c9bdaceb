import Stripe from "stripe";
import { beforeAll, expect, test } from "vitest";
import { aClient, aKey, anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { eventsOf } from "#tests/support/events-of";
import { rawRequest } from "#tests/support/raw-request";

let world: ApiWorld;
let product: string;
beforeAll(async () => {
  world = await anApiWorld();
  product = (await world.stripe.products.create({ name: "Soap" })).id;
});

/** As it is sent, before the client makes decimals of text. */
async function raw(path: string) {
  const answer = await rawRequest(world, { path, headers: { Authorization: `Bearer ${world.key}` } });
  return answer.body;
}

test("every parameter of a price comes back", async () => {
  const { stripe } = world;
  const { id } = await stripe.prices.create({
    active: false,
    billing_scheme: "per_unit",
    currency: "eur",
    currency_options: { USD: { unit_amount: 30, tax_behavior: "exclusive" } },
    lookup_key: "soap_five",
    metadata: { a: "1" },
    nickname: "Five",
    product,
    recurring: { interval: "week", interval_count: 2, trial_period_days: 7, usage_type: "licensed" },
    tax_behavior: "inclusive",
    transform_quantity: { divide_by: 5, round: "up" },
    unit_amount: 2500,
  });
  expect(await raw(`/v1/prices/${id}?expand[]=currency_options&expand[]=tiers`)).toEqual({
    id,
    object: "price",
    active: false,
    billing_scheme: "per_unit",
    created: expect.any(Number),
    currency: "eur",
    currency_options: {
      eur: {
        custom_unit_amount: null,
        tax_behavior: "inclusive",
        unit_amount: 2500,
        unit_amount_decimal: "2500",
      },
      usd: {
        custom_unit_amount: null,
        tax_behavior: "exclusive",
        unit_amount: 30,
        unit_amount_decimal: "30",
      },
    },
    custom_unit_amount: null,
    livemode: false,
    lookup_key: "soap_five",
    metadata: { a: "1" },
    nickname: "Five",
    product,
    recurring: {
      interval: "week",
      interval_count: 2,
      meter: null,
      trial_period_days: 7,
      usage_type: "licensed",
    },
    tax_behavior: "inclusive",
    tiers_mode: null,
    transform_quantity: { divide_by: 5, round: "up" },
    type: "recurring",
    unit_amount: 2500,
    unit_amount_decimal: "2500",
  });
});

test("a price below the smallest coin keeps every digit", async () => {
  const { stripe } = world;
  const { id } = await stripe.prices.create({
    product,
    currency: "eur",
    unit_amount_decimal: Stripe.Decimal.from("0.050000000001"),
  });
  expect(await raw(`/v1/prices/${id}`)).toMatchObject({
    unit_amount: null,
    unit_amount_decimal: "0.050000000001",
    type: "one_time",
    recurring: null,
    tax_behavior: "unspecified",
  });
});

test("a tiered price shows its tiers when asked", async () => {
  const { stripe } = world;
  const { id, tiers } = await stripe.prices.create({
    product,
    currency: "eur",
    billing_scheme: "tiered",
    tiers_mode: "graduated",
    tiers: [
      { up_to: 5, unit_amount: 700, flat_amount: 100 },
      { up_to: "inf", unit_amount_decimal: Stripe.Decimal.from("6.5") },
    ],
    currency_options: {
      usd: {
        tiers: [
          { up_to: 5, unit_amount: 800 },
          { up_to: "inf", flat_amount: 900 },
        ],
      },
    },
  });
  expect(tiers).toBeUndefined();
  const shown = await raw(`/v1/prices/${id}?expand[]=tiers&expand[]=currency_options`);
  expect(shown).toMatchObject({
    billing_scheme: "tiered",
    tiers_mode: "graduated",
    unit_amount: null,
    unit_amount_decimal: null,
    tiers: [
      {
        up_to: 5,
        unit_amount: 700,
        unit_amount_decimal: "700",
        flat_amount: 100,
        flat_amount_decimal: "100",
      },
      {
        up_to: null,
        unit_amount: null,
        unit_amount_decimal: "6.5",
        flat_amount: null,
        flat_amount_decimal: null,
      },
    ],
    currency_options: { usd: { unit_amount: null, tiers: [{ unit_amount: 800 }, { flat_amount: 900 }] } },
  });
});

test("the customer may choose what to pay, within bounds", async () => {
  const price = await world.stripe.prices.create({
    product,
    currency: "eur",
    custom_unit_amount: { enabled: true, minimum: 100, maximum: 900, preset: 500 },
  });
  expect(price).toMatchObject({
    custom_unit_amount: { minimum: 100, maximum: 900, preset: 500 },
    unit_amount: null,
    unit_amount_decimal: null,
  });
});

test("a product can come to be with its price", async () => {
  const price = await world.stripe.prices.create({
    currency: "eur",
    unit_amount: 100,
    product_data: {
      active: false,
      id: "with-price",
      metadata: { a: "1" },
      name: "New",
      statement_descriptor: "NEW",
      tax_code: "txcd_10000000",
      unit_label: "bar",
    },
    expand: ["product"],
  });
  expect(price.product).toMatchObject({
    id: "with-price",
    active: false,
    metadata: { a: "1" },
    statement_descriptor: "NEW",
    tax_code: "txcd_10000000",
    unit_label: "bar",
    default_price: null,
  });
});

test("a lookup key names one price, and moves when told to", async () => {
  const { stripe } = world;
  const one = await stripe.prices.create({ product, currency: "eur", unit_amount: 1, lookup_key: "moving" });
  const again = { product, currency: "eur", unit_amount: 2, lookup_key: "moving" };
  await expect(stripe.prices.create(again)).rejects.toMatchObject({
    param: "lookup_key",
    message: `A price (\`${one.id}\`) already uses that lookup key.`,
  });
  const two = await stripe.prices.create({ ...again, transfer_lookup_key: true });
  expect((await stripe.prices.retrieve(one.id)).lookup_key).toBeNull();
  expect((await stripe.prices.list({ lookup_keys: ["moving", "none"] })).data.map(({ id }) => id)).toEqual([
    two.id,
  ]);
  await stripe.prices.update(one.id, { lookup_key: "moving", transfer_lookup_key: true });
  expect((await stripe.prices.retrieve(two.id)).lookup_key).toBeNull();
});

test("what may change of a price changes, with its events as price and as plan", async () => {
  const { stripe } = world;
  const { id } = await stripe.prices.create({
    product,
    currency: "eur",
    unit_amount: 100,
    recurring: { interval: "month" },
    metadata: { a: "1", b: "2" },
  });
  const updated = await stripe.prices.update(id, {
    active: false,
    currency_options: { usd: { unit_amount: 110 } },
    lookup_key: "changed",
    metadata: { a: "" },
    nickname: "n",
    tax_behavior: "exclusive",
    expand: ["currency_options"],
  });
  expect(updated).toMatchObject({
    active: false,
    currency_options: { usd: { unit_amount: 110, tax_behavior: "exclusive" } },
    lookup_key: "changed",
    metadata: { b: "2" },
    nickname: "n",
    tax_behavior: "exclusive",
    unit_amount: 100,
  });
  await expect(stripe.prices.update(id, { tax_behavior: "inclusive" })).rejects.toMatchObject({
    param: "tax_behavior",
  });
  const none = await stripe.prices.update(id, { currency_options: "", expand: ["currency_options"] });
  expect(Object.keys(none.currency_options ?? {})).toEqual(["eur"]);
  expect(await eventsOf(stripe, id)).toEqual([
    "price.created",
    "plan.created",
    "price.updated",
    "plan.updated",
    "price.updated",
    "plan.updated",
  ]);
});

test("the default price of a product cannot be archived", async () => {
  const { stripe } = world;
  const { default_price } = await stripe.products.create({
    name: "x",
    default_price_data: { currency: "eur", unit_amount: 1 },
  });
  await expect(stripe.prices.update(String(default_price), { active: false })).rejects.toMatchObject({
    param: "active",
  });
});

test("prices are listed by every filter, page by page", async () => {
  const { stripe } = await anApiWorld();
  const { id: product } = await stripe.products.create({ name: "Soap" });
  const { id: other } = await stripe.products.create({ name: "Oil" });
  const a = await stripe.prices.create({ product, currency: "eur", unit_amount: 1 });
  const b = await stripe.prices.create({ product: other, currency: "usd", unit_amount: 1, active: false });
  const c = await stripe.prices.create({
    product,
    currency: "eur",
    unit_amount: 1,
    recurring: { interval: "month" },
  });
  const idsOf = async (params: object) => (await stripe.prices.list(params)).data.map(({ id }) => id);
  expect(await idsOf({})).toEqual([c.id, b.id, a.id]);
  expect(await idsOf({ limit: 1, starting_after: c.id })).toEqual([b.id]);
  expect(await idsOf({ active: false })).toEqual([b.id]);
  expect(await idsOf({ currency: "USD" })).toEqual([b.id]);
  expect(await idsOf({ product })).toEqual([c.id, a.id]);
  expect(await idsOf({ type: "one_time" })).toEqual([b.id, a.id]);
  expect(await idsOf({ recurring: { interval: "month", usage_type: "licensed" } })).toEqual([c.id]);
  expect(await idsOf({ recurring: { interval: "year" } })).toEqual([]);
  expect(await idsOf({ recurring: { meter: "mtr_x" } })).toEqual([]);
  expect(await idsOf({ created: { lt: a.created - 60 } })).toEqual([]);
  const expanded = await stripe.prices.list({ product, expand: ["data.product", "data.tiers"] });
  expect(expanded.data[0]?.product).toMatchObject({ id: product, name: "Soap" });
});

test("one key makes one price; readers do not write; another account's price is as good as none", async () => {
  const options = { idempotencyKey: "one-price" };
  const params = { product, currency: "eur", unit_amount: 100 };
  const { id } = await world.stripe.prices.create(params, options);
  expect((await world.stripe.prices.create(params, options)).id).toBe(id);
  const reader = aClient(world, await aKey(world, "restricted", ["products:read"]));
  expect((await reader.prices.retrieve(id)).id).toBe(id);
  await expect(reader.prices.create(params)).rejects.toMatchObject({ statusCode: 403 });
  await expect(reader.prices.update(id, {})).rejects.toMatchObject({ statusCode: 403 });
  const { stripe: stranger } = await anApiWorld();
  const missing = { statusCode: 404, message: `No such price: '${id}'` };
  await expect(stranger.prices.retrieve(id)).rejects.toMatchObject(missing);
  await expect(stranger.prices.update(id, { nickname: "x" })).rejects.toMatchObject(missing);
});
