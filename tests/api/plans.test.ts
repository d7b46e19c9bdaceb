import Stripe from "stripe";
import { beforeAll, expect, test } from "vitest";
import { aClient, aKey, anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { eventsOf } from "#tests/support/events-of";

let world: ApiWorld;
beforeAll(async () => {
  world = await anApiWorld();
});

test("every parameter of a plan comes back, and it is a recurring price", async () => {
  const { stripe } = world;
  const { lastResponse: _, ...plan } = await stripe.plans.create({
    active: false,
    amount: 2500,
    billing_scheme: "per_unit",
    currency: "eur",
    id: "gold",
    interval: "month",
    interval_count: 2,
    metadata: { a: "1" },
    nickname: "Gold",
    product: { id: "gold-product", name: "Gold", unit_label: "seat" },
    transform_usage: { divide_by: 5, round: "down" },
    trial_period_days: 3,
    usage_type: "licensed",
  });
  expect(plan).toMatchObject({
    id: "gold",
    object: "plan",
    active: false,
    amount: 2500,
    billing_scheme: "per_unit",
    currency: "eur",
    interval: "month",
    interval_count: 2,
    livemode: false,
    metadata: { a: "1" },
    meter: null,
    nickname: "Gold",
    product: "gold-product",
    tiers_mode: null,
    transform_usage: { divide_by: 5, round: "down" },
    trial_period_days: 3,
    usage_type: "licensed",
  });
  expect(plan.amount_decimal?.toString()).toBe("2500");
  expect(await stripe.plans.retrieve("gold", { expand: ["product"] })).toMatchObject({
    product: { id: "gold-product", unit_label: "seat" },
  });
  expect(await stripe.prices.retrieve("gold")).toMatchObject({
    object: "price",
    unit_amount: 2500,
    recurring: { interval: "month", interval_count: 2, trial_period_days: 3 },
  });
});

test("tiers of a plan", async () => {
  const plan = await world.stripe.plans.create({
    billing_scheme: "tiered",
    currency: "eur",
    interval: "year",
    product: { name: "Tiers" },
    tiers: [
      { up_to: 5, unit_amount: 7 },
      { up_to: "inf", flat_amount: 9 },
    ],
    tiers_mode: "volume",
    expand: ["tiers"],
  });
  expect(plan).toMatchObject({
    amount: null,
    tiers_mode: "volume",
    tiers: [{ up_to: 5 }, { flat_amount: 9 }],
  });
  expect(plan.id).toMatch(/^plan_/);
});

test("a plan is changed and deleted, and its price with it", async () => {
  const { stripe } = world;
  const other = await stripe.products.create({ name: "Other" });
  const { id } = await stripe.plans.create({
    amount: 0,
    currency: "eur",
    interval: "day",
    product: { name: "x" },
  });
  const updated = await stripe.plans.update(id, {
    active: false,
    metadata: { a: "1" },
    nickname: "n",
    product: other.id,
    trial_period_days: 5,
  });
  expect(updated).toMatchObject({
    active: false,
    metadata: { a: "1" },
    nickname: "n",
    product: other.id,
    trial_period_days: 5,
  });
  const { lastResponse: _, ...left } = await stripe.plans.del(id);
  expect(left).toEqual({ id, object: "plan", deleted: true });
  await expect(stripe.plans.retrieve(id)).rejects.toMatchObject({ message: `No such plan: '${id}'` });
  await expect(stripe.prices.retrieve(id)).rejects.toMatchObject({ statusCode: 404 });
  expect(await eventsOf(stripe, id)).toEqual([
    "price.created",
    "plan.created",
    "price.updated",
    "plan.updated",
    "price.deleted",
    "plan.deleted",
  ]);
});

test("plans are listed by every filter; one-off prices are none", async () => {
  const { stripe } = await anApiWorld();
  const a = await stripe.plans.create({
    amount: 1,
    currency: "eur",
    interval: "day",
    product: { name: "x" },
  });
  const b = await stripe.plans.create({
    amount: 1,
    currency: "eur",
    interval: "day",
    product: { name: "y" },
    active: false,
  });
  const once = await stripe.prices.create({ currency: "eur", unit_amount: 1, product: String(a.product) });
  const idsOf = async (params: object) => (await stripe.plans.list(params)).data.map(({ id }) => id);
  expect(await idsOf({})).toEqual([b.id, a.id]);
  expect(await idsOf({ active: true })).toEqual([a.id]);
  expect(await idsOf({ product: String(b.product) })).toEqual([b.id]);
  expect(await idsOf({ limit: 1, starting_after: b.id })).toEqual([a.id]);
  expect(await idsOf({ created: { gt: b.created + 60 } })).toEqual([]);
  await expect(stripe.plans.retrieve(once.id)).rejects.toMatchObject({ statusCode: 404 });
});

test("what is wrong is named; readers do not write; strangers find nothing", async () => {
  const { stripe } = world;
  const plan = { amount: 1, currency: "eur", interval: "day", product: { name: "x" } };
  const { id } = await stripe.plans.create(plan);
  const wrong: [object, object][] = [
    [{ id }, { code: "resource_already_exists", message: "Plan already exists." }],
    [{ interval: undefined }, { code: "parameter_missing", param: "interval" }],
    [{ product: undefined }, { code: "parameter_missing", param: "product" }],
    [{ product: "prod_x" }, { statusCode: 404, param: "product" }],
    [{ amount_decimal: Stripe.Decimal.from("1.5") }, { param: "amount" }],
    [{ colour: "blue" }, { code: "parameter_unknown" }],
  ];
  for (const [change, error] of wrong) {
    await expect(stripe.plans.create({ ...plan, ...change })).rejects.toMatchObject(error);
  }
  const reader = aClient(world, await aKey(world, "restricted", ["products:read"]));
  await expect(reader.plans.create(plan)).rejects.toMatchObject({ statusCode: 403 });
  await expect(reader.plans.del(id)).rejects.toMatchObject({ statusCode: 403 });
  const { stripe: stranger } = await anApiWorld();
  for (const act of [stranger.plans.retrieve(id), stranger.plans.update(id, {}), stranger.plans.del(id)]) {
    await expect(act).rejects.toMatchObject({ statusCode: 404 });
  }
});
