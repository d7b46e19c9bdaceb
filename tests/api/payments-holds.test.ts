import type Stripe from "stripe";
import { beforeAll, describe, expect, test } from "vitest";
import { day } from "#lib/clock";
import { runDueJobs } from "#lib/jobs/run-due";
import { verifyAll } from "#lib/verify/verify-all";
import { eventsOf } from "#tests/support/events-of";
import { expectLedgerToBalance } from "#tests/support/money";
import { anApiWorld, type ApiWorld } from "#tests/support/api-server";

let world: ApiWorld;
let stripe: Stripe;
beforeAll(async () => {
  world = await anApiWorld();
  stripe = world.stripe;
});

type Card = Stripe.PaymentIntentCreateParams.PaymentMethodOptions.Card;

const hold = (card: Card, params: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
  stripe.paymentIntents.create({
    amount: 1000,
    currency: "eur",
    payment_method: "pm_card_visa",
    capture_method: "manual",
    confirm: true,
    payment_method_options: { card },
    expand: ["latest_charge"],
    ...params,
  });

const chargeOf = (payment: Stripe.PaymentIntent) => payment.latest_charge as Stripe.Charge;
const cardOf = (payment: Stripe.PaymentIntent) => chargeOf(payment).payment_method_details?.card;
const expanded = { expand: ["latest_charge"] };

describe("an authorization that is increased", () => {
  const incremental: Card = { request_incremental_authorization: "if_available" };

  test("holds the new amount, says so, and is captured whole", async () => {
    const held = await hold(incremental);
    expect(cardOf(held)).toMatchObject({
      amount_authorized: 1000,
      incremental_authorization: { status: "available" },
    });
    const raised = await stripe.paymentIntents.incrementAuthorization(held.id, {
      amount: 1500,
      description: "Two more nights",
      metadata: { nights: "2" },
      ...expanded,
    });
    expect(raised).toMatchObject({
      ...{ amount: 1500, amount_capturable: 1500, status: "requires_capture" },
      ...{ description: "Two more nights", metadata: { nights: "2" } },
    });
    expect(cardOf(raised)).toMatchObject({
      amount_authorized: 1500,
      capture_before: cardOf(held)?.capture_before,
      overcapture: { maximum_amount_capturable: 1500, status: "unavailable" },
    });
    expect(await eventsOf(stripe, chargeOf(held).id)).toEqual(["charge.succeeded", "charge.updated"]);
    const done = await stripe.paymentIntents.capture(held.id, expanded);
    expect(done).toMatchObject({ status: "succeeded", amount_received: 1500 });
    await expectLedgerToBalance(world.viewer);
  });

  test("stays as it was where the bank says no, whatever else was asked for", async () => {
    const held = await hold(incremental, { payment_method: "pm_card_credit_disableEnterpriseCardFeatures" });
    const asked = stripe.paymentIntents.incrementAuthorization(held.id, {
      amount: 1500,
      metadata: { a: "b" },
    });
    await expect(asked).rejects.toMatchObject({
      ...{ statusCode: 402, code: "card_declined", decline_code: "generic_decline" },
      payment_intent: { id: held.id, amount: 1000, metadata: {}, status: "requires_capture" },
    });
    const after = await stripe.paymentIntents.retrieve(held.id);
    expect(after).toMatchObject({ amount: 1000, amount_capturable: 1000, last_payment_error: null });
    for (let more = 1; more < 10; more++) {
      await stripe.paymentIntents.incrementAuthorization(held.id, { amount: 1500 }).catch(() => {});
    }
    await expect(
      stripe.paymentIntents.incrementAuthorization(held.id, { amount: 1500 }),
    ).rejects.toMatchObject({ statusCode: 400, message: expect.stringContaining("at most 10") });
    expect(await stripe.paymentIntents.capture(held.id)).toMatchObject({ amount_received: 1000 });
  });

  test("is refused where it was not asked for, is no increase, is too much, or comes too late", async () => {
    const increment = (id: string, amount: number) =>
      stripe.paymentIntents.incrementAuthorization(id, { amount });
    const plain = await hold({});
    expect(cardOf(plain)).toMatchObject({ incremental_authorization: { status: "unavailable" } });
    await expect(increment(plain.id, 1500)).rejects.toMatchObject({ statusCode: 400 });
    const held = await hold(incremental);
    await expect(increment(held.id, 1000)).rejects.toMatchObject({ param: "amount" });
    await expect(increment(held.id, 100_000)).rejects.toMatchObject({ code: "amount_too_large" });
    await stripe.paymentIntents.capture(held.id);
    await expect(increment(held.id, 1500)).rejects.toMatchObject({ code: "payment_intent_unexpected_state" });
    const jcb = await hold(incremental, { payment_method: "pm_card_jcb" });
    expect(cardOf(jcb)).toMatchObject({ incremental_authorization: { status: "unavailable" } });
  });

  test("is not found by another account", async () => {
    const held = await hold(incremental);
    const other = await anApiWorld();
    await expect(
      other.stripe.paymentIntents.incrementAuthorization(held.id, { amount: 1500 }),
    ).rejects.toMatchObject({ statusCode: 404 });
  });

  test("is increased once for one idempotency key", async () => {
    const held = await hold(incremental);
    const once = () =>
      stripe.paymentIntents.incrementAuthorization(
        held.id,
        { amount: 1500 },
        { idempotencyKey: `i-${held.id}` },
      );
    expect(await once()).toMatchObject({ amount: 1500 });
    expect(await once()).toMatchObject({ amount: 1500 });
    expect(await eventsOf(stripe, held.id)).toEqual([
      "payment_intent.created",
      "payment_intent.amount_capturable_updated",
      "payment_intent.amount_capturable_updated",
    ]);
  });
});

describe("a hold that is captured in several goes", () => {
  const several: Card = { request_multicapture: "if_available" };

  test("books each capture, can be refunded meanwhile, and lets the rest go at the end", async () => {
    const held = await hold(several);
    expect(cardOf(held)).toMatchObject({ multicapture: { status: "available" } });
    const first = await stripe.paymentIntents.capture(held.id, {
      ...{ amount_to_capture: 700, final_capture: false },
      ...expanded,
    });
    expect(first).toMatchObject({ status: "requires_capture", amount_received: 700, amount_capturable: 300 });
    expect(chargeOf(first)).toMatchObject({ captured: false, amount_captured: 700 });
    const refund = await stripe.refunds.create({ payment_intent: held.id, amount: 700 });
    expect(refund.status).toBe("succeeded");
    const last = await stripe.paymentIntents.capture(held.id, { amount_to_capture: 200, ...expanded });
    expect(last).toMatchObject({
      amount: 1000,
      amount_received: 900,
      amount_capturable: 0,
      status: "succeeded",
    });
    expect(chargeOf(last)).toMatchObject({ captured: true, refunded: false, amount_refunded: 700 });
    const { data } = await stripe.balanceTransactions.list({ source: chargeOf(held).id });
    expect(data.map(({ amount, type }) => ({ amount, type }))).toEqual([
      { amount: 200, type: "charge" },
      { amount: 700, type: "charge" },
    ]);
    expect(chargeOf(last).balance_transaction).toBe(data[1]?.id);
    expect(await eventsOf(stripe, chargeOf(held).id)).toEqual([
      ...["charge.succeeded", "charge.updated", "charge.refunded", "charge.updated", "charge.captured"],
    ]);
    await stripe.refunds.create({ payment_intent: held.id });
    expect(await stripe.charges.retrieve(chargeOf(held).id)).toMatchObject({ refunded: true });
    await expectLedgerToBalance(world.viewer);
  });

  test("keeps what was captured when the rest is let go, canceled, or lapses", async () => {
    const partly = async () => {
      const { id } = await hold(several);
      await stripe.paymentIntents.capture(id, { amount_to_capture: 400, final_capture: false });
      return id;
    };
    const released = await stripe.paymentIntents.capture(await partly(), { amount_to_capture: 0 });
    expect(released).toMatchObject({ status: "succeeded", amount_received: 400, amount_capturable: 0 });
    const canceled = await stripe.paymentIntents.cancel(await partly());
    expect(canceled).toMatchObject({ status: "succeeded", amount_received: 400, amount_capturable: 0 });
    const forgotten = await partly();
    const untouched = (await hold(several)).id;
    await runDueJobs(world.environment, Date.now() + 7 * day + 1000);
    expect(await stripe.paymentIntents.retrieve(forgotten)).toMatchObject({
      ...{ status: "succeeded", amount_received: 400, amount_capturable: 0 },
    });
    expect(await stripe.paymentIntents.retrieve(untouched)).toMatchObject({
      ...{ status: "canceled", cancellation_reason: "automatic" },
    });
  });

  test("is refused where the card does not have it, and beyond what is held", async () => {
    const plain = await hold({});
    const again = { amount_to_capture: 100, final_capture: false };
    await expect(stripe.paymentIntents.capture(plain.id, again)).rejects.toMatchObject({
      param: "final_capture",
    });
    await expect(stripe.paymentIntents.capture(plain.id, { amount_to_capture: 0 })).rejects.toMatchObject({
      param: "amount_to_capture",
    });
    const held = await hold({ ...several, request_incremental_authorization: "if_available" });
    await stripe.paymentIntents.capture(held.id, again);
    await expect(stripe.paymentIntents.capture(held.id, { amount_to_capture: 901 })).rejects.toMatchObject({
      code: "amount_too_large",
    });
    await expect(
      stripe.paymentIntents.incrementAuthorization(held.id, { amount: 2000 }),
    ).rejects.toMatchObject({ statusCode: 400 });
  });
});

describe("a hold of which more is captured", () => {
  const over: Card = { request_overcapture: "if_available" };

  test("comes to the amount that was taken, up to what the network lets through", async () => {
    const held = await hold(over);
    expect(cardOf(held)).toMatchObject({
      overcapture: { status: "available", maximum_amount_capturable: 1150 },
    });
    await expect(stripe.paymentIntents.capture(held.id, { amount_to_capture: 1151 })).rejects.toMatchObject({
      code: "amount_too_large",
    });
    const taken = await stripe.paymentIntents.capture(held.id, { amount_to_capture: 1150, ...expanded });
    expect(taken).toMatchObject({ amount: 1150, amount_received: 1150, status: "succeeded" });
    expect(chargeOf(taken)).toMatchObject({ amount: 1150, amount_captured: 1150 });
    expect(cardOf(taken)).toMatchObject({ amount_authorized: 1000 });
    await stripe.refunds.create({ payment_intent: held.id, amount: 1150 });
    await expectLedgerToBalance(world.viewer);
  });

  test("is not to be had where business and card are both European", async () => {
    const held = await hold(over, { payment_method: "pm_card_fr" });
    expect(cardOf(held)).toMatchObject({
      overcapture: { status: "unavailable", maximum_amount_capturable: 1000 },
    });
  });
});

test.each([
  ["pm_card_visa", {}, 7 * day],
  ["pm_card_visa", { request_extended_authorization: "if_available" }, 29.75 * day],
  ["pm_card_mastercard", { request_extended_authorization: "if_available" }, 30 * day],
  ["pm_card_jcb", { request_extended_authorization: "if_available" }, 7 * day],
] as const)("%s with %j is to be captured within its window", async (payment_method, card, window) => {
  const held = await hold(card, { payment_method });
  const { created } = chargeOf(held);
  expect(cardOf(held)?.capture_before).toBe(created + window / 1000);
  const extended = window > 7 * day ? "enabled" : "disabled";
  expect(cardOf(held)).toMatchObject({ extended_authorization: { status: extended } });
});

test("a payment without its customer holds a Visa for less than five days", async () => {
  const customer = await stripe.customers.create({});
  const method = await stripe.paymentMethods.attach("pm_card_visa", { customer: customer.id });
  const held = await hold({}, { customer: customer.id, payment_method: method.id, off_session: true });
  expect(cardOf(held)?.capture_before).toBe(chargeOf(held).created + (4 * day + 18 * 3_600_000) / 1000);
});

test("the card's own capture method goes before the payment's", async () => {
  const held = await hold({ capture_method: "manual" }, { capture_method: "automatic" });
  expect(held).toMatchObject({ status: "requires_capture", capture_method: "automatic" });
});

test("everything adds up afterwards", async () => {
  expect((await verifyAll()).problems).toEqual([]);
});
