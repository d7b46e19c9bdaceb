import type Stripe from "stripe";
import { beforeAll, describe, expect, test } from "vitest";
import { day } from "#lib/clock";
import { moveClock } from "#lib/environments/move-clock";
import { anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { rawRequest } from "#tests/support/raw-request";

let world: ApiWorld;
let stripe: Stripe;
beforeAll(async () => {
  world = await anApiWorld();
  stripe = world.stripe;
});

/** The current client's types no longer know the two parameters; the API takes them as ever. */
async function customerWith(fields: Record<string, string>, id?: string) {
  const answer = await rawRequest(world, {
    method: "POST",
    path: id === undefined ? "/v1/customers" : `/v1/customers/${id}`,
    headers: { Authorization: `Bearer ${world.key}` },
    body: new URLSearchParams({ "expand[]": "discount.source.coupon", ...fields }).toString(),
  });
  return { ...answer, id: String(answer.body.id), discount: answer.body.discount };
}

const aCoupon = (params: Stripe.CouponCreateParams = { percent_off: 20 }) => stripe.coupons.create(params);
const aCode = (coupon: Stripe.Coupon, params: Partial<Stripe.PromotionCodeCreateParams> = {}) =>
  stripe.promotionCodes.create({ promotion: { type: "coupon", coupon: coupon.id }, ...params });

describe("a customer's discount", () => {
  test("begins with a coupon, changes for another one, and ends", async () => {
    const [one, two] = [await aCoupon(), await aCoupon({ percent_off: 30, duration: "forever" })];
    const { id, discount } = await customerWith({ coupon: one.id });
    expect(discount).toEqual({
      id: expect.stringMatching(/^di_/),
      object: "discount",
      checkout_session: null,
      customer: id,
      customer_account: null,
      end: null,
      invoice: null,
      invoice_item: null,
      promotion_code: null,
      source: { coupon: expect.objectContaining({ id: one.id, times_redeemed: 1 }), type: "coupon" },
      start: expect.any(Number),
      subscription: null,
      subscription_item: null,
    });
    await customerWith({ coupon: two.id }, id);
    expect((await customerWith({ coupon: "" }, id)).discount).toBeNull();
    await customerWith({ coupon: two.id }, id);
    expect(await stripe.customers.deleteDiscount(id)).toMatchObject({ deleted: true, customer: id });
    await expect(stripe.customers.deleteDiscount(id)).rejects.toMatchObject({ code: "resource_missing" });
    const { data } = await stripe.events.list({ type: "customer.discount.*" });
    expect(data.map(({ type }) => type.replace("customer.discount.", ""))).toEqual([
      "deleted",
      "created",
      "deleted",
      "updated",
      "created",
    ]);
    expect((await stripe.coupons.retrieve(two.id)).times_redeemed).toBe(2);
  });

  test("comes of a promotion code", async () => {
    const coupon = await aCoupon();
    const code = await aCode(coupon, { max_redemptions: 1 });
    const { discount } = await customerWith({ promotion_code: code.id });
    expect(discount).toMatchObject({ promotion_code: code.id, source: { coupon: { id: coupon.id } } });
    expect(await stripe.promotionCodes.retrieve(code.id)).toMatchObject({ times_redeemed: 1, active: false });
    const again = await customerWith({ promotion_code: code.id });
    expect(again.error).toMatchObject({ code: "promotion_code_invalid", param: "promotion_code" });
  });

  test("ends by itself after its months", async () => {
    const own = await anApiWorld();
    const coupon = await own.stripe.coupons.create({
      percent_off: 10,
      duration: "repeating",
      duration_in_months: 2,
    });
    const answer = await rawRequest(own, {
      method: "POST",
      path: "/v1/customers",
      headers: { Authorization: `Bearer ${own.key}` },
      body: `coupon=${coupon.id}`,
    });
    const id = String(answer.body.id);
    const shown = async () => (await own.stripe.customers.retrieve(id)) as Stripe.Customer;
    const { start = 0, end } = (await shown()).discount ?? {};
    expect(((end ?? 0) - start) / 86_400).toBeGreaterThan(57);
    await moveClock(own.environment.slug, Date.now() + 50 * day);
    expect((await shown()).discount).not.toBeNull();
    await moveClock(own.environment.slug, Date.now() + 63 * day);
    expect((await shown()).discount).toBeNull();
    const { data } = await own.stripe.events.list({ type: "customer.discount.deleted" });
    expect(data).toHaveLength(1);
  });
});

describe("what is not given", () => {
  test("a coupon that is none, used up, or in another currency", async () => {
    const once = await aCoupon({ percent_off: 5, max_redemptions: 1 });
    await customerWith({ coupon: once.id });
    expect((await customerWith({ coupon: once.id })).error).toMatchObject({ code: "coupon_expired" });
    expect((await customerWith({ coupon: "nothing" })).error).toMatchObject({ code: "resource_missing" });
    const dollars = await aCoupon({ amount_off: 500, currency: "usd" });
    const foreign = await customerWith({ coupon: dollars.id, balance: "100" });
    expect(foreign.error).toMatchObject({ param: "coupon" });
    expect((await stripe.coupons.retrieve(dollars.id)).times_redeemed).toBe(0);
    const both = await customerWith({ coupon: dollars.id, promotion_code: "promo_x" });
    expect(both.error).toMatchObject({ param: "promotion_code" });
  });

  test("a code made for another customer, or for a first payment", async () => {
    const coupon = await aCoupon();
    const [one, other] = [await stripe.customers.create(), await stripe.customers.create()];
    const theirs = await aCode(coupon, { customer: other.id });
    expect((await customerWith({ promotion_code: theirs.id }, one.id)).status).toBe(400);
    expect((await customerWith({ promotion_code: theirs.id }, other.id)).status).toBe(200);
    const first = await aCode(coupon, { restrictions: { first_time_transaction: true } });
    const payer = await stripe.customers.create({ source: "tok_visa" });
    await stripe.charges.create({ amount: 500, currency: "eur", customer: payer.id });
    expect((await customerWith({ promotion_code: first.id }, payer.id)).status).toBe(400);
    expect((await customerWith({ promotion_code: first.id }, one.id)).status).toBe(200);
  });
});
