import type Stripe from "stripe";
import { beforeAll, describe, expect, test } from "vitest";
import { setApiVersion } from "#lib/accounts/set-api-version";
import { apiVersion } from "#lib/api-version";
import { renderIn } from "#lib/versions/render";
import { anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { rawRequest } from "#tests/support/raw-request";
import { aReceiver } from "#tests/support/receiver";
import { aDispatcher } from "#tests/support/webhooks";

const basil = "2025-08-27.basil";

/** Cards and others: what is switched on. */
const severalTypes = expect.arrayContaining(["card", "sepa_debit"]);

let world: ApiWorld;
let coupon: Stripe.Coupon;
let code: Stripe.PromotionCode;

beforeAll(async () => {
  world = await anApiWorld();
  coupon = await world.stripe.coupons.create({ percent_off: 10 });
  code = await world.stripe.promotionCodes.create({ promotion: { type: "coupon", coupon: coupon.id } });
});

function asked(path: string, version: string | null, body?: string) {
  const headers: Record<string, string> = { Authorization: `Bearer ${world.key}` };
  if (version !== null) headers["Stripe-Version"] = version;
  return rawRequest(world, { method: body === undefined ? "GET" : "POST", path, headers, body });
}

describe("a version asked for by a request", () => {
  test("is answered in its form: a promotion code held its coupon, whole", async () => {
    const older = await asked(`/v1/promotion_codes/${code.id}`, basil);
    expect(older.headers["stripe-version"]).toBe(basil);
    expect(older.body).toEqual({ ...unversioned(code), promotion: undefined, coupon: unversioned(coupon) });
    const latest = await asked(`/v1/promotion_codes/${code.id}`, apiVersion);
    expect(latest.body).toEqual(unversioned(code));
  });

  test("in lists too, and what was asked to be shown goes by its older name", async () => {
    const path = "/v1/promotion_codes?limit=1&expand[]=data.coupon.applies_to";
    const { body } = await asked(path, basil);
    expect(body.data).toEqual([
      expect.objectContaining({ coupon: expect.objectContaining({ id: coupon.id }) }),
    ]);
  });

  test("is read in its form", async () => {
    const made = await asked("/v1/promotion_codes", basil, `coupon=${coupon.id}&code=OLDER`);
    expect(made.body).toMatchObject({ code: "OLDER", coupon: { id: coupon.id, percent_off: 10 } });
    expect(made.body).not.toHaveProperty("promotion");
  });

  test("that had the change already is answered as the latest", async () => {
    const { body } = await asked(`/v1/promotion_codes/${code.id}`, "2025-09-30.clover");
    expect(body).toEqual(unversioned(code));
  });

  test("is the one events are told in", async () => {
    const path = "/v1/events?type=promotion_code.created";
    const older = await asked(path, basil);
    expect(older.body.data).toContainEqual(
      expect.objectContaining({
        api_version: basil,
        data: { object: expect.objectContaining({ id: code.id, coupon: unversioned(coupon) }) },
      }),
    );
    const latest = await asked(path, null);
    expect(latest.body.data).toContainEqual(
      expect.objectContaining({ api_version: apiVersion, data: { object: unversioned(code) } }),
    );
  });
});

describe("an older version", () => {
  const acacia = "2025-02-24.acacia";

  test("before basil named the invoice of a payment and its charge: there is none", async () => {
    const paid = await world.stripe.paymentIntents.create({
      amount: 1000,
      currency: "eur",
      payment_method: "pm_card_visa",
      confirm: true,
      return_url: "https://example.com",
    });
    const path = `/v1/payment_intents/${paid.id}?expand[]=latest_charge`;
    const { body } = await asked(path, acacia);
    expect(body).toMatchObject({ invoice: null, latest_charge: { invoice: null } });
    expect((await asked(path, basil)).body).not.toHaveProperty("invoice");
    const told = await asked("/v1/events?type=payment_intent.succeeded&limit=1", acacia);
    expect(told.body.data).toMatchObject([{ api_version: acacia, data: { object: { invoice: null } } }]);
  });

  test("before basil said of plans and recurring prices how usage was added up: there is none", async () => {
    const monthly = {
      currency: "eur",
      product_data: { name: "Tea" },
      recurring: { interval: "month" },
    } as const;
    const { id } = await world.stripe.prices.create({ ...monthly, unit_amount: 900 });
    const { body } = await asked(`/v1/prices/${id}`, acacia);
    expect(body).toMatchObject({ recurring: { aggregate_usage: null, interval: "month" } });
    expect((await asked(`/v1/plans/${id}`, acacia)).body).toMatchObject({
      aggregate_usage: null,
      amount: 900,
    });
    expect((await asked(`/v1/plans/${id}`, basil)).body).not.toHaveProperty("aggregate_usage");
    const once = await world.stripe.prices.create({ ...monthly, recurring: undefined, unit_amount: 900 });
    expect((await asked(`/v1/prices/${once.id}`, acacia)).body).toMatchObject({ recurring: null });
  });

  test("before August 2022 said a customer's currency twice", async () => {
    const { body } = await asked("/v1/customers", "2020-08-27", "email=jenny@example.com");
    expect(body).toMatchObject({ email: "jenny@example.com", default_currency: null });
    expect((await asked(`/v1/customers/${body.id}`, "2022-08-01")).body).not.toHaveProperty(
      "default_currency",
    );
  });

  test("of 2023 calls a product's marketing features features, in and out", async () => {
    const older = "2023-10-16";
    const made = await asked("/v1/products", older, "name=Lamp&features[0][name]=Bright");
    expect(made.body).toMatchObject({ name: "Lamp", features: [{ name: "Bright" }] });
    expect(made.body).not.toHaveProperty("marketing_features");
    const changed = await asked(`/v1/products/${made.body.id}`, older, "features[0][name]=Warm");
    expect(changed.body).toMatchObject({ features: [{ name: "Warm" }] });
    const told = await asked("/v1/events?type=product.updated&limit=1", older);
    expect(told.body.data).toMatchObject([
      { data: { previous_attributes: { features: [{ name: "Bright" }] } } },
    ]);
    expect(JSON.stringify(told.body)).not.toContain("marketing_features");
    const latest = await world.stripe.products.retrieve(String(made.body.id));
    expect(latest.marketing_features).toEqual([{ name: "Warm" }]);
    const refused = await asked("/v1/products", "2024-04-10", "name=Lamp&features[0][name]=Bright");
    expect(refused.error).toMatchObject({ code: "parameter_unknown", param: "features" });
  });

  test.each([
    ["2022-11-15", "", { capture_method: "automatic", payment_method_types: ["card"] }],
    ["2022-11-15", "&capture_method=manual", { capture_method: "manual" }],
    ["2022-11-15", "&payment_method_types[]=sepa_debit", { payment_method_types: ["sepa_debit"] }],
    ["2022-11-15", "&automatic_payment_methods[enabled]=true", { payment_method_types: severalTypes }],
    ["2023-10-16", "", { capture_method: "automatic", payment_method_types: severalTypes }],
    ["2024-04-10", "", { capture_method: "automatic_async", payment_method_types: severalTypes }],
  ])("%s takes a payment with %j by its own defaults", async (version, given, expected) => {
    const { body } = await asked("/v1/payment_intents", version, `amount=1000&currency=eur${given}`);
    expect(body).toMatchObject(expected);
  });

  test("before 2023-08-16 sets up cards where no method is named", async () => {
    expect((await asked("/v1/setup_intents", "2022-11-15", "")).body).toMatchObject({
      payment_method_types: ["card"],
    });
  });
});

test("there never was is refused", async () => {
  const answer = await asked("/v1/coupons", "2025-08-28.basil");
  expect(answer.status).toBe(400);
  expect(answer.error).toMatchObject({
    type: "invalid_request_error",
    message: "Invalid Stripe API version: 2025-08-28.basil",
  });
});

test("an endpoint gets events in its own version, another one in the account's", async () => {
  const own = await anApiWorld();
  const [first, second] = [await aReceiver(), await aReceiver()];
  const enabled_events = ["promotion_code.created"] as const;
  await own.stripe.webhookEndpoints.create({
    url: first.url,
    enabled_events: [...enabled_events],
    api_version: basil,
  });
  await own.stripe.webhookEndpoints.create({ url: second.url, enabled_events: [...enabled_events] });
  aDispatcher();
  const ten = await own.stripe.coupons.create({ percent_off: 10 });
  await own.stripe.promotionCodes.create({ promotion: { type: "coupon", coupon: ten.id } });
  await Promise.all([first.until(1), second.until(1)]);
  const told = ({ received }: typeof first) => JSON.parse(received[0]?.body ?? "");
  expect(told(first)).toMatchObject({ api_version: basil, data: { object: { coupon: { id: ten.id } } } });
  expect(told(second)).toMatchObject({
    api_version: apiVersion,
    data: { object: { promotion: { coupon: ten.id } } },
  });
});

describe("the account's version", () => {
  test("is what those get who name none, and nobody else", async () => {
    const own = await anApiWorld();
    const ten = await own.stripe.coupons.create({ percent_off: 10 });
    const { id } = await own.stripe.promotionCodes.create({ promotion: { type: "coupon", coupon: ten.id } });
    await setApiVersion(own.viewer, basil);
    const headers = { Authorization: `Bearer ${own.key}` };
    const unnamed = await rawRequest(own, { path: `/v1/promotion_codes/${id}`, headers });
    expect(unnamed.headers["stripe-version"]).toBe(basil);
    expect(unnamed.body).toMatchObject({ coupon: { id: ten.id } });
    expect((await own.stripe.promotionCodes.retrieve(id)).promotion).toEqual({
      type: "coupon",
      coupon: ten.id,
    });
  });

  test("is changed by whoever manages keys, to one there was", async () => {
    const own = await anApiWorld();
    await expect(setApiVersion(own.viewerWith(["view_only"]), basil)).rejects.toMatchObject({
      facts: { status: 403 },
    });
    await expect(setApiVersion(own.viewer, "2025-08-28.basil")).rejects.toMatchObject({
      facts: { status: 400 },
    });
  });
});

test("a discount held its coupon, whole", async () => {
  const discount = { object: "discount", id: "di_1", source: { type: "coupon", coupon: "ten" } };
  const customer = { object: "customer", id: "cus_1", discount };
  const whole = { object: "coupon", id: "ten" };
  const shown: string[] = [];
  const rendered = await renderIn(basil, customer, async (object, paths) => {
    shown.push(...paths);
    return "source" in object ? { ...object, source: { type: "coupon", coupon: whole } } : object;
  });
  expect(shown).toEqual(["source.coupon"]);
  expect(rendered).toEqual({ ...customer, discount: { object: "discount", id: "di_1", coupon: whole } });
});

function unversioned<T extends object>(object: T): T {
  return JSON.parse(JSON.stringify(object));
}
