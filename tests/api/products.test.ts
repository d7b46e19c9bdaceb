import { beforeAll, expect, test } from "vitest";
import { aClient, aKey, anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { eventsOf } from "#tests/support/events-of";

let world: ApiWorld;
beforeAll(async () => {
  world = await anApiWorld();
});

test("every parameter of a product comes back", async () => {
  const { stripe } = world;
  const { lastResponse: _, ...product } = await stripe.products.create({
    active: false,
    description: "For the bath",
    id: "savon-1",
    images: ["https://example.com/a.png", "https://example.com/b.png"],
    marketing_features: [{ name: "Vegan" }, { name: "Made by hand" }],
    metadata: { shelf: "3" },
    name: "Lavender soap",
    package_dimensions: { height: 1.5, length: 3, weight: 0.25, width: 2 },
    shippable: true,
    statement_descriptor: "SAVON",
    tax_code: "txcd_99999999",
    tax_details: { performance_location: "taxloc_1" },
    type: "good",
    unit_label: "bar",
    url: "https://example.com/savon",
  });
  expect(product).toEqual({
    id: "savon-1",
    object: "product",
    active: false,
    created: expect.any(Number),
    default_price: null,
    description: "For the bath",
    images: ["https://example.com/a.png", "https://example.com/b.png"],
    livemode: false,
    marketing_features: [{ name: "Vegan" }, { name: "Made by hand" }],
    metadata: { shelf: "3" },
    name: "Lavender soap",
    package_dimensions: { height: 1.5, length: 3, weight: 0.25, width: 2 },
    shippable: true,
    statement_descriptor: "SAVON",
    tax_code: "txcd_99999999",
    tax_details: { performance_location: "taxloc_1", tax_code: "txcd_99999999" },
    type: "good",
    unit_label: "bar",
    updated: product.created,
    url: "https://example.com/savon",
  });
  expect(await stripe.products.retrieve("savon-1")).toMatchObject(product);
});

test("a product of a name alone has nothing else", async () => {
  const { lastResponse: _, ...product } = await world.stripe.products.create({ name: "Soap" });
  expect(product).toMatchObject({
    active: true,
    default_price: null,
    description: null,
    images: [],
    marketing_features: [],
    metadata: {},
    package_dimensions: null,
    shippable: null,
    statement_descriptor: null,
    tax_code: null,
    tax_details: null,
    type: "service",
    unit_label: null,
    url: null,
  });
  expect(product.id).toMatch(/^prod_/);
});

test("an empty value unsets, a missing one leaves alone; each change is an event", async () => {
  const { stripe } = world;
  const { id } = await stripe.products.create({
    name: "Soap",
    description: "d",
    images: ["https://example.com/a.png"],
    tax_details: { tax_code: "txcd_10000000", performance_location: "taxloc_1" },
    url: "https://example.com",
    metadata: { a: "1", b: "2" },
  });
  const updated = await stripe.products.update(id, {
    description: "",
    images: "",
    marketing_features: [{ name: "New" }],
    metadata: { a: "" },
    package_dimensions: { height: 1, length: 1, weight: 1, width: 1 },
    tax_details: "",
    url: "",
  });
  expect(updated).toMatchObject({
    name: "Soap",
    description: null,
    images: [],
    marketing_features: [{ name: "New" }],
    metadata: { b: "2" },
    package_dimensions: { height: 1 },
    tax_code: null,
    tax_details: null,
    url: null,
  });
  await stripe.products.update(id, { name: "Soap" });
  expect(await eventsOf(stripe, id)).toEqual(["product.created", "product.updated"]);
  const [event] = (await stripe.events.list({ type: "product.updated", limit: 1 })).data;
  expect(event?.data.previous_attributes).toMatchObject({ description: "d", metadata: { a: "1" } });
});

test("a product can be made with its first price, which can be expanded, also when ids are made up", async () => {
  const { stripe } = world;
  const product = await stripe.products.create({
    id: "gold",
    name: "Gold",
    default_price_data: {
      currency: "EUR",
      currency_options: { usd: { unit_amount: 1100 } },
      metadata: { k: "v" },
      recurring: { interval: "month", interval_count: 3 },
      tax_behavior: "inclusive",
      unit_amount: 1000,
    },
    expand: ["default_price.currency_options", "default_price.product"],
  });
  expect(product.default_price).toMatchObject({
    object: "price",
    product: { id: "gold", object: "product" },
    currency: "eur",
    unit_amount: 1000,
    metadata: { k: "v" },
    recurring: { interval: "month", interval_count: 3 },
    tax_behavior: "inclusive",
    currency_options: { eur: { unit_amount: 1000 }, usd: { unit_amount: 1100, tax_behavior: "inclusive" } },
  });
  const other = await stripe.prices.create({ product: "gold", currency: "eur", unit_amount: 5 });
  expect((await stripe.products.update("gold", { default_price: other.id })).default_price).toBe(other.id);
  const foreign = await stripe.prices.create({
    product_data: { name: "x" },
    currency: "eur",
    unit_amount: 5,
  });
  for (const [price, error] of [
    [foreign.id, { statusCode: 400, param: "default_price" }],
    ["price_x", { statusCode: 404, param: "default_price", message: "No such price: 'price_x'" }],
  ] as const) {
    await expect(stripe.products.update("gold", { default_price: price })).rejects.toMatchObject(error);
  }
});

test("a product without prices can be deleted, one with prices cannot", async () => {
  const { stripe } = world;
  const { id } = await stripe.products.create({ name: "Gone" });
  const { lastResponse: _, ...left } = await stripe.products.del(id);
  expect(left).toEqual({ id, object: "product", deleted: true });
  await expect(stripe.products.retrieve(id)).rejects.toMatchObject({
    statusCode: 404,
    code: "resource_missing",
    param: "id",
    message: `No such product: '${id}'`,
  });
  expect(await eventsOf(stripe, id)).toEqual(["product.created", "product.deleted"]);
  const kept = await stripe.products.create({ name: "Kept" });
  await stripe.prices.create({ product: kept.id, currency: "eur", unit_amount: 100 });
  await expect(stripe.products.del(kept.id)).rejects.toMatchObject({
    statusCode: 400,
    message: "This product cannot be deleted because it has one or more user-created prices.",
  });
});

test("products are listed by every filter, page by page", async () => {
  const { stripe } = await anApiWorld();
  const a = await stripe.products.create({ name: "a", url: "https://example.com/a", shippable: true });
  const b = await stripe.products.create({ name: "b", active: false, type: "good" });
  const c = await stripe.products.create({ name: "c" });
  const idsOf = async (params: object) => (await stripe.products.list(params)).data.map(({ id }) => id);
  expect(await idsOf({})).toEqual([c.id, b.id, a.id]);
  expect(await idsOf({ limit: 1, starting_after: c.id })).toEqual([b.id]);
  expect(await idsOf({ ending_before: a.id })).toEqual([c.id, b.id]);
  expect(await idsOf({ active: false })).toEqual([b.id]);
  expect(await idsOf({ shippable: true })).toEqual([a.id]);
  expect(await idsOf({ type: "good" })).toEqual([b.id]);
  expect(await idsOf({ url: "https://example.com/a" })).toEqual([a.id]);
  expect(await idsOf({ ids: [a.id, c.id, "prod_none"] })).toEqual([c.id, a.id]);
  expect(await idsOf({ ids: [a.id, b.id], active: true })).toEqual([a.id]);
  expect(await idsOf({ created: { gt: c.created + 60 } })).toEqual([]);
  const all = await stripe.products.list({ limit: 2 }).autoPagingToArray({ limit: 10 });
  expect(all).toHaveLength(3);
});

test("what is wrong is named", async () => {
  const { stripe } = world;
  await stripe.products.create({ id: "taken", name: "x" });
  const wrong: [object, object][] = [
    [{}, { code: "parameter_missing", param: "name" }],
    [
      { name: "x", id: "taken" },
      { code: "resource_already_exists", message: "Product already exists." },
    ],
    [
      { name: "x", colour: "blue" },
      { code: "parameter_unknown", param: "colour" },
    ],
    [
      { name: "x", url: "nowhere" },
      { code: "url_invalid", param: "url" },
    ],
    [{ name: "x", images: Array(9).fill("https://example.com") }, { param: "images" }],
    [{ name: "x", statement_descriptor: "12345" }, { param: "statement_descriptor" }],
    [{ name: "x", tax_code: "food" }, { param: "tax_code" }],
    [
      { name: "x", tax_code: "txcd_10000000", tax_details: { tax_code: "txcd_20000000" } },
      { param: "tax_code" },
    ],
    [
      { name: "x", package_dimensions: { height: 1, length: 1, weight: 1 } },
      { code: "parameter_missing", param: "package_dimensions[width]" },
    ],
    [
      { name: "x", package_dimensions: { height: 1.234, length: 1, weight: 1, width: 1 } },
      { param: "package_dimensions[height]" },
    ],
    [{ name: "x", default_price_data: { currency: "eur" } }, { param: "default_price_data" }],
    [
      { name: "x", default_price_data: { currency: "zzz", unit_amount: 1 } },
      { param: "default_price_data[currency]" },
    ],
  ];
  for (const [params, error] of wrong) {
    await expect(
      stripe.products.create(Object.assign({ name: "" }, { name: undefined }, params)),
    ).rejects.toMatchObject(error);
  }
});

test("one key makes one product", async () => {
  const options = { idempotencyKey: "one-product" };
  const one = await world.stripe.products.create({ name: "Soap" }, options);
  expect((await world.stripe.products.create({ name: "Soap" }, options)).id).toBe(one.id);
  await expect(world.stripe.products.create({ name: "Oil" }, options)).rejects.toMatchObject({
    type: "StripeIdempotencyError",
  });
});

test("a key that reads may not write; another account's product is as good as none", async () => {
  const { id } = await world.stripe.products.create({ name: "Soap" });
  const reader = aClient(world, await aKey(world, "restricted", ["products:read"]));
  expect((await reader.products.retrieve(id)).id).toBe(id);
  for (const act of [
    reader.products.create({ name: "x" }),
    reader.products.update(id, {}),
    reader.products.del(id),
  ]) {
    await expect(act).rejects.toMatchObject({ statusCode: 403 });
  }
  const { stripe: stranger } = await anApiWorld();
  await expect(stranger.products.retrieve(id)).rejects.toMatchObject({ statusCode: 404 });
  await expect(
    stranger.prices.create({ product: id, currency: "eur", unit_amount: 1 }),
  ).rejects.toMatchObject({ statusCode: 404, param: "product" });
});
