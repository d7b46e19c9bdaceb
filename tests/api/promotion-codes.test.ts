import { beforeAll, expect, test } from "vitest";
import { aClient, aKey, anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { eventsOf } from "#tests/support/events-of";

let world: ApiWorld;
let coupon: string;
const promotion = () => ({ type: "coupon" as const, coupon });
beforeAll(async () => {
  world = await anApiWorld();
  coupon = (await world.stripe.coupons.create({ percent_off: 10 })).id;
});

const soon = () => Math.floor(Date.now() / 1000) + 3600;

test("every parameter of a promotion code comes back", async () => {
  const { stripe } = world;
  const customer = await stripe.customers.create({ name: "Ana" });
  const expires_at = soon();
  const { lastResponse: _, ...made } = await stripe.promotionCodes.create({
    active: false,
    code: "Ana-10",
    customer: customer.id,
    expires_at,
    max_redemptions: 3,
    metadata: { a: "1" },
    promotion: promotion(),
    restrictions: {
      currency_options: { usd: { minimum_amount: 1100 } },
      first_time_transaction: true,
      minimum_amount: 1000,
      minimum_amount_currency: "eur",
    },
    expand: ["customer", "promotion.coupon", "restrictions.currency_options"],
  });
  expect(made).toEqual({
    id: expect.stringMatching(/^promo_/),
    object: "promotion_code",
    active: false,
    code: "Ana-10",
    created: expect.any(Number),
    customer: expect.objectContaining({ id: customer.id }),
    customer_account: null,
    expires_at,
    livemode: false,
    max_redemptions: 3,
    metadata: { a: "1" },
    promotion: { type: "coupon", coupon: expect.objectContaining({ id: coupon, percent_off: 10 }) },
    restrictions: {
      currency_options: { eur: { minimum_amount: 1000 }, usd: { minimum_amount: 1100 } },
      first_time_transaction: true,
      minimum_amount: 1000,
      minimum_amount_currency: "eur",
    },
    times_redeemed: 0,
  });
  expect(await stripe.promotionCodes.retrieve(made.id)).toMatchObject({
    customer: customer.id,
    promotion: { coupon },
  });
});

test("a coupon can also be named as older clients do", async () => {
  const params = Object.assign({ promotion: undefined }, { coupon });
  const made = await world.stripe.promotionCodes.create(Object.assign({ promotion: promotion() }, params));
  expect(made.promotion).toEqual({ type: "coupon", coupon });
});

test("a code is made up when none is given, and can be switched off and on", async () => {
  const { stripe } = world;
  const { id, code, ...rest } = await stripe.promotionCodes.create({ promotion: promotion() });
  expect(code).toMatch(/^[0-9A-Z]{8}$/);
  expect(rest).toMatchObject({
    active: true,
    customer: null,
    expires_at: null,
    max_redemptions: null,
    restrictions: { first_time_transaction: false, minimum_amount: null, minimum_amount_currency: null },
  });
  const off = await stripe.promotionCodes.update(id, { active: false, metadata: { a: "1" } });
  expect(off).toMatchObject({ active: false, metadata: { a: "1" } });
  expect(await stripe.promotionCodes.update(id, { active: true })).toMatchObject({ active: true });
  expect(await eventsOf(stripe, id)).toEqual([
    "promotion_code.created",
    "promotion_code.updated",
    "promotion_code.updated",
  ]);
});

test("one active code of a spelling, in any case", async () => {
  const { stripe } = world;
  const one = await stripe.promotionCodes.create({ promotion: promotion(), code: "Spring" });
  await expect(
    stripe.promotionCodes.create({ promotion: promotion(), code: "SPRING" }),
  ).rejects.toMatchObject({
    param: "code",
    message: "An active promotion code with `code: SPRING` already exists.",
  });
  await stripe.promotionCodes.update(one.id, { active: false });
  await stripe.promotionCodes.create({ promotion: promotion(), code: "SPRING" });
  await expect(stripe.promotionCodes.update(one.id, { active: true })).rejects.toMatchObject({
    param: "code",
  });
});

test("a code is worth nothing once its coupon is gone", async () => {
  const { stripe } = world;
  const gone = await stripe.coupons.create({ percent_off: 1 });
  const { id } = await stripe.promotionCodes.create({ promotion: { type: "coupon", coupon: gone.id } });
  await stripe.coupons.del(gone.id);
  const code = await stripe.promotionCodes.retrieve(id, { expand: ["promotion.coupon"] });
  expect(code).toMatchObject({
    active: false,
    promotion: { coupon: { id: gone.id, percent_off: 1, valid: false } },
  });
  expect((await stripe.promotionCodes.list({ coupon: gone.id, active: true })).data).toEqual([]);
  expect((await stripe.promotionCodes.list({ coupon: gone.id, active: false })).data).toHaveLength(1);
  await expect(stripe.promotionCodes.update(id, { active: true })).rejects.toMatchObject({ param: "active" });
});

test("codes are listed by every filter, page by page", async () => {
  const { stripe } = await anApiWorld();
  const customer = (await stripe.customers.create()).id;
  const first = (await stripe.coupons.create({ percent_off: 1 })).id;
  const second = (await stripe.coupons.create({ percent_off: 2 })).id;
  const of = (coupon: string) => ({ promotion: { type: "coupon" as const, coupon } });
  const a = await stripe.promotionCodes.create({ ...of(first), code: "A" });
  const b = await stripe.promotionCodes.create({ ...of(second), code: "B", active: false });
  const c = await stripe.promotionCodes.create({ ...of(second), code: "C", customer });
  const idsOf = async (params: object) => (await stripe.promotionCodes.list(params)).data.map(({ id }) => id);
  expect(await idsOf({})).toEqual([c.id, b.id, a.id]);
  expect(await idsOf({ active: true })).toEqual([c.id, a.id]);
  expect(await idsOf({ active: false })).toEqual([b.id]);
  expect(await idsOf({ code: "b" })).toEqual([b.id]);
  expect(await idsOf({ coupon: first })).toEqual([a.id]);
  expect(await idsOf({ customer })).toEqual([c.id]);
  expect(await idsOf({ customer_account: "acct_x" })).toEqual([]);
  expect(await idsOf({ limit: 1, starting_after: c.id })).toEqual([b.id]);
  expect(await idsOf({ created: { gt: soon() } })).toEqual([]);
});

test("what does not make a code is named; readers do not write; strangers find nothing", async () => {
  const { stripe } = world;
  const limited = await stripe.coupons.create({ percent_off: 5, max_redemptions: 2, redeem_by: soon() });
  const ofLimited = { promotion: { type: "coupon", coupon: limited.id } };
  const wrong: [object, object][] = [
    [{ promotion: undefined }, { code: "parameter_missing", param: "promotion" }],
    [{ promotion: { type: "coupon", coupon: "none" } }, { statusCode: 404, param: "promotion[coupon]" }],
    [{ promotion: { type: "gift", coupon } }, { param: "promotion[type]" }],
    [{ code: "été" }, { param: "code" }],
    [{ coupon }, { param: "coupon" }],
    [{ customer: "cus_x" }, { statusCode: 404, param: "customer" }],
    [{ customer_account: "acct_x" }, { statusCode: 404, param: "customer_account" }],
    [{ expires_at: 1000 }, { param: "expires_at" }],
    [{ ...ofLimited, expires_at: soon() + 3600 }, { param: "expires_at" }],
    [{ ...ofLimited, max_redemptions: 3 }, { param: "max_redemptions" }],
    [{ restrictions: { minimum_amount: 5 } }, { param: "restrictions[minimum_amount_currency]" }],
    [
      { restrictions: { currency_options: { usd: { minimum_amount: 5 } } } },
      { param: "restrictions[currency_options][usd]" },
    ],
    [{ colour: "blue" }, { code: "parameter_unknown" }],
  ];
  for (const [change, error] of wrong) {
    const params = Object.assign({ promotion: promotion() }, change);
    await expect(stripe.promotionCodes.create(params)).rejects.toMatchObject(error);
  }
  const { id } = await stripe.promotionCodes.create({ promotion: promotion() });
  const reader = aClient(world, await aKey(world, "restricted", ["products:read"]));
  expect((await reader.promotionCodes.retrieve(id)).id).toBe(id);
  await expect(reader.promotionCodes.update(id, {})).rejects.toMatchObject({ statusCode: 403 });
  const { stripe: stranger } = await anApiWorld();
  await expect(stranger.promotionCodes.retrieve(id)).rejects.toMatchObject({ statusCode: 404 });
  await expect(stranger.promotionCodes.update(id, {})).rejects.toMatchObject({ statusCode: 404 });
});
