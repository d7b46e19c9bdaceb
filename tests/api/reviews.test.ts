import type Stripe from "stripe";
import { beforeAll, describe, expect, test } from "vitest";
import { aClient, aKey, anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { eventsOf } from "#tests/support/events-of";
import { aPayment } from "#tests/support/money";

let world: ApiWorld;
let stripe: Stripe;
beforeAll(async () => {
  world = await anApiWorld();
  stripe = world.stripe;
  await aPayment(world.viewer, { amount: 500_000 });
});

const pay = (card: string, params: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
  stripe.paymentIntents.create({
    amount: 5000,
    currency: "eur",
    payment_method: `pm_card_${card}`,
    confirm: true,
    ...params,
  });

const reviewOf = async (
  card = "riskLevelElevated",
  params: Partial<Stripe.PaymentIntentCreateParams> = {},
) => {
  const payment = await pay(card, params);
  return { payment, id: String(payment.review) };
};

describe("a review", () => {
  test("is opened for a payment at elevated risk, and says all there is", async () => {
    const { payment, id } = await reviewOf();
    expect({ ...(await stripe.reviews.retrieve(id)) }).toEqual({
      id: expect.stringMatching(/^prv_/),
      object: "review",
      billing_zip: null,
      charge: payment.latest_charge,
      closed_reason: null,
      created: expect.any(Number),
      ip_address: null,
      ip_address_location: null,
      livemode: false,
      open: true,
      opened_reason: "rule",
      payment_intent: payment.id,
      reason: "rule",
      session: null,
    });
    const expanded = await stripe.paymentIntents.retrieve(payment.id, {
      expand: ["review", "latest_charge.review"],
    });
    expect(expanded).toMatchObject({ review: { id }, latest_charge: { review: { id } } });
  });

  test("is listed while it is open, and closed by approving it", async () => {
    const { id } = await reviewOf();
    const listed = async () => (await stripe.reviews.list({ limit: 100 })).data.map((review) => review.id);
    expect(await listed()).toContain(id);
    expect(await stripe.reviews.approve(id, { expand: ["charge"] })).toMatchObject({
      open: false,
      closed_reason: "approved",
      reason: "approved",
      charge: { review: id },
    });
    expect(await listed()).not.toContain(id);
    await expect(stripe.reviews.approve(id)).rejects.toMatchObject({ statusCode: 400 });
    expect(await eventsOf(stripe, id)).toEqual(["review.opened", "review.closed"]);
  });

  test.each([
    ["requested_by_customer", "refunded", "riskLevelElevated"],
    // A card of its own: it is blocked from then on.
    ["fraudulent", "refunded_as_fraud", "highEfwScore"],
  ] as const)("is closed by a full refund: %s", async (reason, closed, card) => {
    const { payment, id } = await reviewOf(card);
    await stripe.refunds.create({ payment_intent: payment.id, amount: 1000, reason });
    expect((await stripe.reviews.retrieve(id)).open).toBe(true);
    await stripe.refunds.create({ payment_intent: payment.id, reason });
    expect((await stripe.reviews.retrieve(id)).closed_reason).toBe(closed);
  });

  test("is closed when the payment is canceled", async () => {
    const { payment, id } = await reviewOf("riskLevelElevated", { capture_method: "manual" });
    await stripe.paymentIntents.cancel(payment.id);
    expect((await stripe.reviews.retrieve(id)).closed_reason).toBe("canceled");
  });

  test("is not for everybody", async () => {
    const { id } = await reviewOf();
    const other = await anApiWorld();
    await expect(other.stripe.reviews.approve(id)).rejects.toMatchObject({ statusCode: 404 });
    const reading = aClient(world, await aKey(world, "restricted", ["radar:read"]));
    expect((await reading.reviews.retrieve(id)).id).toBe(id);
    await expect(reading.reviews.approve(id)).rejects.toMatchObject({ statusCode: 403 });
  });
});

describe("an early fraud warning", () => {
  test("is raised, and calls for nothing once the payment is refunded", async () => {
    const payment = await pay("createIssuerFraudRecord");
    const { data } = await stripe.radar.earlyFraudWarnings.list({ payment_intent: payment.id });
    const [warning] = data;
    const id = warning?.id ?? "";
    expect({ ...warning }).toEqual({
      id: expect.stringMatching(/^issfr_/),
      object: "radar.early_fraud_warning",
      actionable: true,
      charge: payment.latest_charge,
      created: expect.any(Number),
      fraud_type: "misc",
      livemode: false,
      payment_intent: payment.id,
    });
    expect((await stripe.radar.earlyFraudWarnings.list({ charge: "ch_other" })).data).toEqual([]);
    expect((await stripe.charges.retrieve(String(payment.latest_charge))).disputed).toBe(false);
    await stripe.refunds.create({ payment_intent: payment.id });
    const after = await stripe.radar.earlyFraudWarnings.retrieve(id, { expand: ["charge"] });
    expect(after).toMatchObject({ actionable: false, charge: { refunded: true } });
    expect(await eventsOf(stripe, id)).toEqual([
      "radar.early_fraud_warning.created",
      "radar.early_fraud_warning.updated",
    ]);
  });

  test("of another business is not there", async () => {
    const payment = await pay("createIssuerFraudRecord");
    const { data } = await stripe.radar.earlyFraudWarnings.list({ payment_intent: payment.id });
    const other = await anApiWorld();
    await expect(other.stripe.radar.earlyFraudWarnings.retrieve(data[0]?.id ?? "")).rejects.toMatchObject({
      statusCode: 404,
    });
  });
});
