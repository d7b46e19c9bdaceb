import Stripe from "stripe";
import { beforeAll, describe, expect, test } from "vitest";
import { anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { rawRequest } from "#tests/support/raw-request";

let world: ApiWorld;
let stripe: Stripe;
beforeAll(async () => {
  world = await anApiWorld();
  stripe = world.stripe;
});

async function eventsOf(id: string): Promise<string[]> {
  const { data } = await stripe.events.list({ limit: 100 });
  return data.filter(({ data: { object } }) => "id" in object && object.id === id).map(({ type }) => type);
}

describe("a setup", () => {
  test("of a card is created whole, with every field the client knows", async () => {
    const customer = await stripe.customers.create({});
    const setup = await stripe.setupIntents.create({
      customer: customer.id,
      description: "A box a month",
      metadata: { plan: "cheese" },
      allowed_payment_method_types: ["card"],
      payment_method_options: { card: { request_three_d_secure: "any" } },
      usage: "on_session",
      flow_directions: ["inbound"],
    });
    expect({ ...setup }).toEqual({
      id: expect.stringMatching(/^seti_/),
      object: "setup_intent",
      allowed_payment_method_types: ["card"],
      application: null,
      automatic_payment_methods: { enabled: true, allow_redirects: "always" },
      cancellation_reason: null,
      client_secret: expect.stringMatching(new RegExp(`^${setup.id}_secret_`)),
      created: expect.any(Number),
      customer: customer.id,
      customer_account: null,
      description: "A box a month",
      excluded_payment_method_types: null,
      flow_directions: ["inbound"],
      last_setup_error: null,
      latest_attempt: null,
      livemode: false,
      managed_payments: null,
      mandate: null,
      metadata: { plan: "cheese" },
      next_action: null,
      on_behalf_of: null,
      payment_method: null,
      payment_method_configuration_details: null,
      payment_method_options: {
        card: { mandate_options: null, network: null, request_three_d_secure: "any" },
      },
      payment_method_types: ["card"],
      single_use_mandate: null,
      status: "requires_payment_method",
      usage: "on_session",
    });
    expect(await eventsOf(setup.id)).toEqual(["setup_intent.created"]);
  });

  test("of the method types that older clients name takes these alone", async () => {
    const answer = await rawRequest(world, {
      method: "POST",
      path: "/v1/setup_intents",
      headers: { Authorization: `Bearer ${world.key}` },
      body: "payment_method_types[]=sepa_debit",
    });
    expect(JSON.parse(answer.text)).toMatchObject({
      payment_method_types: ["sepa_debit"],
      automatic_payment_methods: null,
      payment_method_options: { sepa_debit: {} },
    });
  });

  test("confirmed at once keeps the card for the customer", async () => {
    const customer = await stripe.customers.create({});
    const setup = await stripe.setupIntents.create({
      customer: customer.id,
      payment_method: "pm_card_visa",
      confirm: true,
      expand: ["payment_method", "latest_attempt", "customer"],
    });
    expect(setup).toMatchObject({
      status: "succeeded",
      usage: "off_session",
      automatic_payment_methods: { enabled: true, allow_redirects: "always" },
      payment_method: { object: "payment_method", customer: customer.id },
      customer: { object: "customer" },
      latest_attempt: {
        object: "setup_attempt",
        status: "succeeded",
        setup_error: null,
        setup_intent: setup.id,
        payment_method_details: { type: "card", card: { last4: "4242", brand: "visa" } },
      },
      mandate: null,
    });
    expect(await eventsOf(setup.id)).toEqual(["setup_intent.succeeded", "setup_intent.created"]);
  });

  test("is changed, then confirmed with another card", async () => {
    const customer = await stripe.customers.create({});
    const made = await stripe.setupIntents.create({ metadata: { a: "1", b: "2" } });
    const changed = await stripe.setupIntents.update(made.id, {
      customer: customer.id,
      description: "Changed",
      metadata: { a: "" },
      payment_method: "pm_card_visa",
      excluded_payment_method_types: ["sepa_debit"],
    });
    expect(changed).toMatchObject({
      status: "requires_confirmation",
      customer: customer.id,
      description: "Changed",
      metadata: { b: "2" },
      payment_method_types: ["card"],
      excluded_payment_method_types: ["sepa_debit"],
    });
    const done = await stripe.setupIntents.confirm(made.id, {
      payment_method: "pm_card_mastercard",
      expand: ["payment_method"],
    });
    expect(done).toMatchObject({ status: "succeeded", payment_method: { card: { brand: "mastercard" } } });
    expect(await stripe.setupIntents.update(made.id, { metadata: { late: "yes" } })).toMatchObject({
      metadata: { b: "2", late: "yes" },
    });
    await expect(stripe.setupIntents.update(made.id, { customer: customer.id })).rejects.toMatchObject({
      code: "setup_intent_unexpected_state",
    });
  });

  test("without a customer leaves the card free to be attached", async () => {
    const setup = await stripe.setupIntents.create({ payment_method: "pm_card_visa", confirm: true });
    expect(setup.status).toBe("succeeded");
    const customer = await stripe.customers.create({});
    const attached = await stripe.paymentMethods.attach(String(setup.payment_method), {
      customer: customer.id,
    });
    expect(attached.customer).toBe(customer.id);
  });

  test("that the bank refuses says so, remembers why, and can be tried again", async () => {
    const error = await stripe.setupIntents
      .create({ payment_method: "pm_card_chargeDeclined", confirm: true })
      .catch((e: unknown) => e);
    expect(error).toBeInstanceOf(Stripe.errors.StripeCardError);
    expect(error).toMatchObject({
      statusCode: 402,
      code: "card_declined",
      decline_code: "generic_decline",
      setup_intent: {
        status: "requires_payment_method",
        payment_method: null,
        last_setup_error: {
          type: "card_error",
          code: "card_declined",
          payment_method: { object: "payment_method" },
        },
      },
    });
    const { id } = (error as Stripe.errors.StripeCardError).setup_intent ?? { id: "" };
    expect(await eventsOf(id)).toEqual(["setup_intent.setup_failed", "setup_intent.created"]);
    const again = await stripe.setupIntents.confirm(id, { payment_method: "pm_card_visa" });
    expect(again).toMatchObject({ status: "succeeded", last_setup_error: null });
    const attempts = await stripe.setupAttempts.list({ setup_intent: id });
    expect(attempts.data.map(({ status }) => status)).toEqual(["succeeded", "failed"]);
    expect(attempts.data[1]?.setup_error).toMatchObject({ code: "card_declined" });
  });

  test("that is refused is refused the same way to the same key", async () => {
    const attempt = () =>
      stripe.setupIntents
        .create(
          { payment_method: "pm_card_chargeDeclined", confirm: true },
          { idempotencyKey: "refused-setup" },
        )
        .catch((e: unknown) => e as Stripe.errors.StripeCardError);
    const [first, second] = [await attempt(), await attempt()];
    expect(second).toMatchObject({ code: "card_declined", statusCode: 402 });
    expect(first).toHaveProperty("setup_intent.id");
    expect((second as Stripe.errors.StripeCardError).setup_intent?.id).toBe(
      (first as Stripe.errors.StripeCardError).setup_intent?.id,
    );
  });

  test("is canceled, once, and not confirmed afterwards", async () => {
    const { id } = await stripe.setupIntents.create({});
    const canceled = await stripe.setupIntents.cancel(id, { cancellation_reason: "requested_by_customer" });
    expect(canceled).toMatchObject({ status: "canceled", cancellation_reason: "requested_by_customer" });
    expect(await eventsOf(id)).toEqual(["setup_intent.canceled", "setup_intent.created"]);
    await expect(stripe.setupIntents.cancel(id)).rejects.toMatchObject({
      code: "setup_intent_unexpected_state",
      message: expect.stringContaining("has a status of canceled"),
    });
    await expect(stripe.setupIntents.confirm(id, { payment_method: "pm_card_visa" })).rejects.toMatchObject({
      code: "setup_intent_unexpected_state",
    });
  });

  test("are listed by customer, method, time, page by page", async () => {
    const customer = await stripe.customers.create({});
    const made: string[] = [];
    for (let i = 0; i < 5; i++) made.push((await stripe.setupIntents.create({ customer: customer.id })).id);
    const seen: string[] = [];
    for await (const { id } of stripe.setupIntents.list({ customer: customer.id, limit: 2 })) seen.push(id);
    expect(seen).toEqual(made.reverse());
    const done = await stripe.setupIntents.confirm(made[0] ?? "", { payment_method: "pm_card_visa" });
    const byMethod = await stripe.setupIntents.list({ payment_method: String(done.payment_method) });
    expect(byMethod.data.map(({ id }) => id)).toEqual([done.id]);
    expect((await stripe.setupIntents.list({ created: { lt: 1 } })).data).toEqual([]);
    const own = await stripe.setupIntents.create({ attach_to_self: true });
    expect((await stripe.setupIntents.list({ attach_to_self: true })).data.map(({ id }) => id)).toEqual([
      own.id,
    ]);
  });
});

describe("what is asked wrongly", () => {
  test.each([
    [{ confirm: true }, "setup_intent_unexpected_state", undefined],
    [{ usage: "sometimes" }, undefined, "usage"],
    [{ payment_method_types: ["cheque"] }, "setup_intent_invalid_parameter", "payment_method_types"],
    [
      { payment_method_types: ["card"], payment_method: "pm_sepaDebit" },
      "resource_missing",
      "payment_method",
    ],
    [{ customer: "cus_nobody" }, "resource_missing", "customer"],
    [{ payment_method: "pm_nobody" }, "resource_missing", "payment_method"],
    [{ single_use: { currency: "eur" } }, "parameter_missing", "single_use[amount]"],
    [{ flow_directions: ["sideways"] }, undefined, "flow_directions[0]"],
    [{ nonsense: "1" }, "parameter_unknown", "nonsense"],
  ])("%j", async (params, code, param) => {
    const error = await stripe.setupIntents
      .create(params as Stripe.SetupIntentCreateParams)
      .catch((e: unknown) => e);
    expect(error).toBeInstanceOf(Stripe.errors.StripeInvalidRequestError);
    if (code) expect(error).toMatchObject({ code });
    if (param) expect(error).toMatchObject({ param });
  });

  test("a method of another customer, and one kept for two", async () => {
    const [one, other] = [await stripe.customers.create({}), await stripe.customers.create({})];
    const { id } = await stripe.paymentMethods.attach("pm_card_visa", { customer: one.id });
    await expect(stripe.setupIntents.create({ payment_method: id })).rejects.toMatchObject({
      param: "customer",
    });
    await expect(
      stripe.setupIntents.create({ payment_method: id, customer: other.id }),
    ).rejects.toMatchObject({ param: "payment_method" });
    await expect(
      stripe.setupIntents.create({ customer: one.id, attach_to_self: true }),
    ).rejects.toMatchObject({ param: "attach_to_self" });
  });
});
