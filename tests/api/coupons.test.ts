import { beforeAll, expect, test } from "vitest";
import { aClient, aKey, anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { eventsOf } from "#tests/support/events-of";

let world: ApiWorld;
beforeAll(async () => {
  world = await anApiWorld();
});

const soon = () => Math.floor(Date.now() / 1000) + 3600;

test("every parameter of an amount comes back", async () => {
  const { stripe } = world;
  const product = await stripe.products.create({ name: "Soap" });
  const redeem_by = soon();
  const { lastResponse: _, ...coupon } = await stripe.coupons.create({
    amount_off: 500,
    applies_to: { products: [product.id] },
    currency: "EUR",
    currency_options: { usd: { amount_off: 600 } },
    duration: "repeating",
    duration_in_months: 3,
    id: "SUMMER",
    max_redemptions: 7,
    metadata: { a: "1" },
    name: "Summer",
    redeem_by,
    expand: ["applies_to", "currency_options"],
  });
  expect(coupon).toEqual({
    id: "SUMMER",
    object: "coupon",
    amount_off: 500,
    applies_to: { products: [product.id] },
    created: expect.any(Number),
    currency: "eur",
    currency_options: { eur: { amount_off: 500 }, usd: { amount_off: 600 } },
    duration: "repeating",
    duration_in_months: 3,
    livemode: false,
    max_redemptions: 7,
    metadata: { a: "1" },
    name: "Summer",
    percent_off: null,
    redeem_by,
    times_redeemed: 0,
    valid: true,
  });
  expect((await stripe.coupons.retrieve("SUMMER")).applies_to).toBeUndefined();
});

test("a percentage takes decimals; an id is made up", async () => {
  const coupon = await world.stripe.coupons.create({ percent_off: 12.5 });
  expect(coupon).toMatchObject({
    amount_off: null,
    currency: null,
    duration: "once",
    duration_in_months: null,
    max_redemptions: null,
    metadata: {},
    name: null,
    percent_off: 12.5,
    redeem_by: null,
    valid: true,
  });
  expect(coupon.id).toMatch(/^[0-9A-Za-z]{8}$/);
});

test("the name, the metadata and further currencies change, nothing else", async () => {
  const { stripe } = world;
  const { id } = await stripe.coupons.create({ amount_off: 100, currency: "eur", metadata: { a: "1" } });
  const updated = await stripe.coupons.update(id, {
    name: "New",
    metadata: { a: "", b: "2" },
    currency_options: { usd: { amount_off: 110 } },
    expand: ["currency_options"],
  });
  expect(updated).toMatchObject({
    name: "New",
    metadata: { b: "2" },
    currency_options: { eur: { amount_off: 100 }, usd: { amount_off: 110 } },
  });
  const wrong: object[] = [{ amount_off: 5 }, { duration: "once" }, { percent_off: 5 }];
  for (const patch of wrong) {
    await expect(stripe.coupons.update(id, patch)).rejects.toMatchObject({ code: "parameter_unknown" });
  }
  expect(await eventsOf(stripe, id)).toEqual(["coupon.created", "coupon.updated"]);
});

test("a deleted coupon is gone, and its id free", async () => {
  const { stripe } = world;
  await stripe.coupons.create({ id: "AGAIN", percent_off: 10 });
  await expect(stripe.coupons.create({ id: "AGAIN", percent_off: 10 })).rejects.toMatchObject({
    code: "resource_already_exists",
    message: "Coupon already exists.",
  });
  const { lastResponse: _, ...left } = await stripe.coupons.del("AGAIN");
  expect(left).toEqual({ id: "AGAIN", object: "coupon", deleted: true });
  await expect(stripe.coupons.retrieve("AGAIN")).rejects.toMatchObject({
    statusCode: 404,
    message: "No such coupon: 'AGAIN'",
  });
  expect((await stripe.coupons.list({ limit: 100 })).data.map(({ id }) => id)).not.toContain("AGAIN");
  expect(await stripe.coupons.create({ id: "AGAIN", percent_off: 20 })).toMatchObject({ percent_off: 20 });
});

test("coupons are listed by time, page by page", async () => {
  const { stripe } = await anApiWorld();
  const ids: string[] = [];
  for (const percent_off of [1, 2, 3]) {
    ids.unshift((await stripe.coupons.create({ id: `P${percent_off}`, percent_off })).id);
  }
  const all = await stripe.coupons.list({ limit: 2 }).autoPagingToArray({ limit: 10 });
  expect(new Set(all.map(({ id }) => id))).toEqual(new Set(ids));
  expect((await stripe.coupons.list({ created: { gt: soon() } })).data).toEqual([]);
});

test("what does not make a coupon is named", async () => {
  const past = Math.floor(Date.now() / 1000) - 10;
  const wrong: [object, object][] = [
    [{}, { param: "percent_off" }],
    [{ percent_off: 5, amount_off: 5, currency: "eur" }, { param: "amount_off" }],
    [{ amount_off: 5 }, { code: "parameter_missing", param: "currency" }],
    [{ percent_off: 101 }, { param: "percent_off" }],
    [{ percent_off: 0 }, { param: "percent_off" }],
    [{ percent_off: 5, duration: "repeating" }, { param: "duration_in_months" }],
    [{ percent_off: 5, duration_in_months: 3 }, { param: "duration_in_months" }],
    [{ percent_off: 5, redeem_by: past }, { param: "redeem_by" }],
    [{ percent_off: 5, max_redemptions: 0 }, { param: "max_redemptions" }],
    [{ percent_off: 5, name: "n".repeat(41) }, { param: "name" }],
    [{ percent_off: 5, applies_to: { products: ["prod_x"] } }, { statusCode: 404 }],
    [{ percent_off: 5, currency_options: { usd: { amount_off: 5 } } }, { param: "currency_options[usd]" }],
    [
      { amount_off: 5, currency: "eur", currency_options: { eur: { amount_off: 5 } } },
      { param: "currency_options[eur]" },
    ],
    [{ percent_off: 5, colour: "blue" }, { code: "parameter_unknown" }],
  ];
  for (const [params, error] of wrong) {
    await expect(world.stripe.coupons.create(params)).rejects.toMatchObject(error);
  }
});

test("readers do not write; another account's coupon is as good as none", async () => {
  const options = { idempotencyKey: "one-coupon" };
  const { id } = await world.stripe.coupons.create({ percent_off: 5 }, options);
  expect((await world.stripe.coupons.create({ percent_off: 5 }, options)).id).toBe(id);
  const reader = aClient(world, await aKey(world, "restricted", ["products:read"]));
  expect((await reader.coupons.retrieve(id)).id).toBe(id);
  await expect(reader.coupons.del(id)).rejects.toMatchObject({ statusCode: 403 });
  const { stripe: stranger } = await anApiWorld();
  for (const act of [
    stranger.coupons.retrieve(id),
    stranger.coupons.update(id, {}),
    stranger.coupons.del(id),
  ]) {
    await expect(act).rejects.toMatchObject({ statusCode: 404 });
  }
});
