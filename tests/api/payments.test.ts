import Stripe from "stripe";
import { beforeAll, describe, expect, test } from "vitest";
import { expectLedgerToBalance } from "#tests/support/money";
import { aClient, aKey, anApiWorld, type ApiWorld } from "#tests/support/api-server";

let world: ApiWorld;
let stripe: Stripe;
beforeAll(async () => {
  world = await anApiWorld();
  stripe = world.stripe;
});

const pay = (params: Partial<Stripe.PaymentIntentCreateParams> = {}) =>
  stripe.paymentIntents.create({
    amount: 2500,
    currency: "eur",
    payment_method: "pm_card_visa",
    confirm: true,
    ...params,
  });

describe("a payment through the official client", () => {
  test("is collected from a new customer and refunded in part, all of it linked", async () => {
    const customer = await stripe.customers.create({ name: "Zoë Ølund", email: "zoe@example.com" });
    const payment = await pay({ customer: customer.id, expand: ["latest_charge.balance_transaction"] });
    expect(payment).toMatchObject({ status: "succeeded", amount_received: 2500, customer: customer.id });
    const charge = payment.latest_charge as Stripe.Charge;
    expect(charge.balance_transaction).toMatchObject({ object: "balance_transaction", amount: 2500 });
    expect(charge.receipt_url).toMatch(/\/receipts\//);

    const refund = await stripe.refunds.create({ payment_intent: payment.id, amount: 1000 });
    expect(refund).toMatchObject({ status: "succeeded", amount: 1000, charge: charge.id });
    const after = await stripe.charges.retrieve(charge.id, { expand: ["refunds", "customer"] });
    expect(after).toMatchObject({ amount_refunded: 1000, refunded: false, customer: { name: "Zoë Ølund" } });
    expect(after.refunds?.data.map(({ id }) => id)).toEqual([refund.id]);
    await expectLedgerToBalance(world.viewer);
  });

  test("leaves the events that webhooks and timelines live from", async () => {
    const payment = await pay();
    const events = await stripe.events.list({ limit: 100 });
    const mine = events.data.filter(({ data }) => {
      const object = data.object as { id: string; payment_intent?: string };
      return object.id === payment.id || object.payment_intent === payment.id;
    });
    expect(mine.map(({ type }) => type)).toEqual([
      "payment_intent.succeeded",
      "charge.succeeded",
      "payment_intent.created",
    ]);
  });

  test("that is declined says so as the client expects", async () => {
    const error = await pay({ payment_method: "pm_card_chargeDeclinedInsufficientFunds" }).catch(
      (e: unknown) => e,
    );
    expect(error).toBeInstanceOf(Stripe.errors.StripeCardError);
    expect(error).toMatchObject({
      statusCode: 402,
      code: "card_declined",
      decline_code: "insufficient_funds",
      payment_intent: { status: "requires_payment_method" },
      message: "Your card has insufficient funds.",
    });
  });

  test("can be made, changed, confirmed, held, captured in part", async () => {
    const made = await stripe.paymentIntents.create({
      amount: 4000,
      currency: "eur",
      capture_method: "manual",
    });
    expect(made).toMatchObject({ status: "requires_payment_method" });
    const changed = await stripe.paymentIntents.update(made.id, {
      amount: 4200,
      metadata: { order_id: "ML-1" },
    });
    expect(changed).toMatchObject({ amount: 4200, metadata: { order_id: "ML-1" } });
    const held = await stripe.paymentIntents.confirm(made.id, { payment_method: "pm_card_mastercard" });
    expect(held).toMatchObject({ status: "requires_capture", amount_capturable: 4200 });
    const taken = await stripe.paymentIntents.capture(made.id, { amount_to_capture: 4000 });
    expect(taken).toMatchObject({ status: "succeeded", amount_received: 4000 });
  });

  test("can be canceled, once", async () => {
    const made = await stripe.paymentIntents.create({ amount: 4000, currency: "eur" });
    const canceled = await stripe.paymentIntents.cancel(made.id, { cancellation_reason: "abandoned" });
    expect(canceled).toMatchObject({ status: "canceled", cancellation_reason: "abandoned" });
    await expect(stripe.paymentIntents.cancel(made.id)).rejects.toMatchObject({
      code: "payment_intent_unexpected_state",
    });
  });

  test("waits for authentication where the card wants it", async () => {
    const payment = await pay({
      payment_method: "pm_card_threeDSecure2Required",
      return_url: "https://shop.example/return",
    });
    expect(payment).toMatchObject({
      status: "requires_action",
      next_action: {
        type: "redirect_to_url",
        redirect_to_url: {
          return_url: "https://shop.example/return",
          url: expect.stringContaining("/authenticate/"),
        },
      },
    });
  });

  test("in a currency of no, and of three decimals", async () => {
    const yen = await pay({ amount: 1800, currency: "jpy", expand: ["latest_charge.balance_transaction"] });
    expect(yen.latest_charge).toMatchObject({
      balance_transaction: { currency: "eur", exchange_rate: expect.any(Number) },
    });
    const dinar = await pay({ amount: 12_340, currency: "kwd" });
    expect(dinar).toMatchObject({ amount_received: 12_340, currency: "kwd" });
  });

  test("pages through all there is, newest first, each once", async () => {
    const customer = await stripe.customers.create({});
    const made: string[] = [];
    for (let i = 0; i < 7; i++) made.push((await pay({ customer: customer.id })).id);
    const seen: string[] = [];
    for await (const { id } of stripe.paymentIntents.list({ customer: customer.id, limit: 3 })) seen.push(id);
    expect(seen).toEqual(made.reverse());
  });
});

test("a refund is found at its own charge, and at no other", async () => {
  const [one, other] = [await pay(), await pay()];
  const refund = await stripe.refunds.create({ payment_intent: one.id });
  const at = ({ latest_charge }: Stripe.PaymentIntent) =>
    stripe.rawRequest("GET", `/v1/charges/${String(latest_charge)}/refunds/${refund.id}`);
  expect(await at(one)).toMatchObject({ id: refund.id });
  await expect(at(other)).rejects.toMatchObject({ statusCode: 404, param: "refund" });
});

describe("the same key again", () => {
  test("twelve at once make one payment", async () => {
    const customer = await stripe.customers.create({});
    const attempts = await Promise.allSettled(
      Array.from({ length: 12 }, () =>
        stripe.paymentIntents.create(
          {
            amount: 2500,
            currency: "eur",
            payment_method: "pm_card_visa",
            confirm: true,
            customer: customer.id,
          },
          { idempotencyKey: "twelve-at-once" },
        ),
      ),
    );
    const ids = new Set(attempts.flatMap((each) => (each.status === "fulfilled" ? [each.value.id] : [])));
    const refused = attempts.flatMap((each) => (each.status === "rejected" ? [each.reason as unknown] : []));
    expect(ids.size).toBe(1);
    for (const error of refused)
      expect(error).toMatchObject({ statusCode: 409, code: "idempotency_key_in_use" });
    const made = await stripe.paymentIntents.list({ customer: customer.id });
    expect(made.data).toHaveLength(1);
  });

  test("replays the answer, a decline too", async () => {
    const decline = () =>
      stripe.paymentIntents.create(
        { amount: 2500, currency: "eur", payment_method: "pm_card_chargeDeclined", confirm: true },
        { idempotencyKey: "declined-once" },
      );
    const first = await decline().catch((e: unknown) => e as Stripe.errors.StripeCardError);
    const second = await decline().catch((e: unknown) => e as Stripe.errors.StripeCardError);
    expect(first).toMatchObject({ statusCode: 402 });
    expect(second).toMatchObject({ statusCode: 402, charge: (first as { charge?: string }).charge });
    expect((second as Stripe.errors.StripeCardError).headers?.["idempotent-replayed"]).toBe("true");
  });

  test("for something else is refused", async () => {
    await pay({}).then(() => stripe.customers.create({ name: "A" }, { idempotencyKey: "one-thing" }));
    await expect(
      stripe.customers.create({ name: "B" }, { idempotencyKey: "one-thing" }),
    ).rejects.toBeInstanceOf(Stripe.errors.StripeIdempotencyError);
  });
});

describe("older integrations", () => {
  test("charge a token, capture later, refund by charge", async () => {
    const charge = await stripe.charges.create({
      amount: 1200,
      currency: "eur",
      source: "tok_visa",
      capture: false,
    });
    expect(charge).toMatchObject({ status: "succeeded", captured: false, payment_intent: null });
    expect(await stripe.charges.capture(charge.id)).toMatchObject({ captured: true, amount_captured: 1200 });
    expect(await stripe.refunds.create({ charge: charge.id })).toMatchObject({
      amount: 1200,
      payment_intent: null,
    });
    expect(await stripe.charges.update(charge.id, { description: "Lavender" })).toMatchObject({
      description: "Lavender",
      refunded: true,
    });
  });
});

/** https://docs.stripe.com/api/payment_intents/object: "retrievable with publishable key". */
const toldToBrowsers = (
  "id object amount automatic_payment_methods canceled_at cancellation_reason capture_method client_secret " +
  "confirmation_method created currency description last_payment_error livemode next_action payment_method " +
  "payment_method_types processing receipt_email setup_future_usage shipping status"
).split(" ");

describe("what may not be", () => {
  test("a browser's key opens the payment whose secret it knows, and no other", async () => {
    const browser = aClient(world, await aKey(world, "publishable"));
    const made = await stripe.paymentIntents.create({
      amount: 2500,
      currency: "eur",
      metadata: { cost: "3" },
    });
    await expect(browser.paymentIntents.retrieve(made.id)).rejects.toMatchObject({ param: "client_secret" });
    await expect(browser.paymentIntents.list()).rejects.toMatchObject({ statusCode: 403 });
    // What the browser's script sends; the server's types know neither the secret nor the token.
    const confirm = (token: string) =>
      browser.rawRequest("POST", `/v1/payment_intents/${made.id}/confirm`, {
        client_secret: String(made.client_secret),
        payment_method_data: { type: "card", card: { token } },
      });
    const declined = await confirm("tok_chargeDeclined").catch(({ raw }) => raw);
    expect(declined).toMatchObject({ code: "card_declined", payment_method: { metadata: {} } });
    const confirmed = await confirm("tok_visa");
    expect(confirmed).toMatchObject({ status: "succeeded" });
    const secret = { client_secret: String(made.client_secret) };
    const retrieved = await browser.paymentIntents.retrieve(made.id, secret);
    for (const told of [declined.payment_intent, confirmed, retrieved])
      expect(Object.keys(told)).toEqual(toldToBrowsers);
  });

  test("another tenant's payment does not exist", async () => {
    const other = await anApiWorld();
    const payment = await pay();
    await expect(other.stripe.paymentIntents.retrieve(payment.id)).rejects.toMatchObject({
      statusCode: 404,
      code: "resource_missing",
    });
    await expect(other.stripe.refunds.create({ payment_intent: payment.id })).rejects.toMatchObject({
      statusCode: 404,
    });
  });

  test.each([
    [{ amount: -1 }, "amount"],
    [{ amount: 1.5 }, "amount"],
    [{ amount: 1e15 }, "amount"],
    [{ currency: "xxx" }, "currency"],
    [{ payment_method: "pm_none" }, "payment_method"],
    [{ customer: "cus_none" }, "customer"],
    [{ payment_method_types: ["carrier_pigeon"] }, "payment_method_types"],
    [{ shiping: "x" }, "shiping"],
    [{ statement_descriptor: "<script>" }, "statement_descriptor"],
    [{ metadata: Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`k${i}`, "v"])) }, "metadata"],
  ] as [Record<string, unknown>, string][])(
    "a wrong parameter is refused, naming it: %#",
    async (params, param) => {
      const error = await pay(params as Partial<Stripe.PaymentIntentCreateParams>).catch((e: unknown) => e);
      expect(error).toMatchObject({ param: expect.stringMatching(new RegExp(`^${param}`)) });
      expect((error as Stripe.errors.StripeError).statusCode).toBeLessThan(500);
    },
  );
});
