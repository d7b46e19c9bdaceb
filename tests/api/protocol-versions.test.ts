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
