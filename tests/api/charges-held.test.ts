import type Stripe from "stripe";
import { beforeAll, expect, test } from "vitest";
import { day } from "#lib/clock";
import { runDueJobs } from "#lib/jobs/run-due";
import { verifyAll } from "#lib/verify/verify-all";
import { anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { expectLedgerToBalance } from "#tests/support/money";

let world: ApiWorld;
let stripe: Stripe;
beforeAll(async () => {
  world = await anApiWorld();
  stripe = world.stripe;
});

/** As older integrations hold money: there is no payment intent that they know of. */
const aHold = () =>
  stripe.charges.create({ amount: 1200, currency: "eur", source: "tok_visa", capture: false });
const refusal = (asked: Promise<unknown>) => asked.then(() => null).catch((error: unknown) => error);

test("a charge that is not captured is let go by refunding it", async () => {
  const held = await aHold();
  const order = { idempotencyKey: `void-${held.id}` };
  const given = { charge: held.id, reason: "duplicate", metadata: { order: "7" } } as const;
  const refund = await stripe.refunds.create(given, order);
  expect(refund).toMatchObject({
    amount: 1200,
    balance_transaction: null,
    charge: held.id,
    destination_details: { type: "card", card: { type: "reversal" } },
    metadata: { order: "7" },
    payment_intent: null,
    reason: "duplicate",
    status: "succeeded",
  });
  expect((await stripe.refunds.create(given, order)).id).toBe(refund.id);
  expect(await stripe.refunds.retrieve(refund.id)).toMatchObject({ amount: 1200 });
  const charge = await stripe.charges.retrieve(held.id, { expand: ["refunds"] });
  expect(charge).toMatchObject({
    captured: false,
    refunded: true,
    amount_refunded: 1200,
    balance_transaction: null,
    refunds: { data: [{ id: refund.id }] },
  });
  const told = (await stripe.events.list({ limit: 10 })).data.map(({ type }) => type);
  expect(told).toEqual(expect.arrayContaining(["charge.refunded", "refund.created"]));
  expect(await refusal(stripe.charges.capture(held.id))).toMatchObject({ code: "charge_already_refunded" });
  const renamed = await stripe.refunds.update(refund.id, { metadata: { order: "8" } });
  expect(renamed).toMatchObject({ metadata: { order: "8" } });
  expect((await stripe.balance.retrieve()).pending[0]?.amount).toBe(0);
  await expectLedgerToBalance(world.viewer);
  expect((await verifyAll()).problems).toEqual([]);
});

test("it is let go whole, and also under the address that older clients use", async () => {
  const held = await aHold();
  expect(await refusal(stripe.refunds.create({ charge: held.id, amount: 500 }))).toMatchObject({
    statusCode: 400,
    param: "amount",
    message:
      "You cannot partially refund an uncaptured charge. Instead, capture the charge for an amount less than the original amount",
  });
  const refund = await stripe.rawRequest("POST", `/v1/charges/${held.id}/refunds`, { amount: 1200 });
  expect(refund).toMatchObject({ object: "refund", amount: 1200, status: "succeeded" });
  expect(await refusal(stripe.refunds.create({ charge: held.id }))).toMatchObject({
    code: "charge_already_refunded",
  });
});

test("what a payment intent holds is not refunded: the intent is canceled", async () => {
  const { id, latest_charge: charge } = await stripe.paymentIntents.create({
    ...{ amount: 1200, currency: "eur", payment_method: "pm_card_visa" },
    ...{ capture_method: "manual", confirm: true },
  });
  expect(await refusal(stripe.refunds.create({ charge: String(charge) }))).toMatchObject({
    statusCode: 400,
    message: expect.stringContaining(`This uncaptured Charge was created by a PaymentIntent (${id}).`),
  });
  expect((await stripe.paymentIntents.retrieve(id)).status).toBe("requires_capture");
});

test("why a charge cannot be captured is told by the codes that older integrations know", async () => {
  const [captured, forgotten] = [await aHold(), await aHold()];
  await stripe.charges.capture(captured.id);
  expect(await refusal(stripe.charges.capture(captured.id))).toMatchObject({
    statusCode: 400,
    code: "charge_already_captured",
    message: `Charge ${captured.id} has already been captured.`,
  });
  await runDueJobs(world.environment, Date.now() + 8 * day);
  expect(await refusal(stripe.charges.capture(forgotten.id))).toMatchObject({
    code: "charge_expired_for_capture",
  });
});
