import type Stripe from "stripe";
import { beforeAll, describe, expect, test } from "vitest";
import { aClient, aKey, anApiWorld, type ApiWorld } from "#tests/support/api-server";

let world: ApiWorld;
let stripe: Stripe;
beforeAll(async () => {
  world = await anApiWorld();
  stripe = world.stripe;
});

type Params = Stripe.PaymentIntentCreateParams;
const make = (params: Partial<Params> & Record<string, unknown> = {}) =>
  stripe.paymentIntents.create({ amount: 2500, currency: "eur", ...params });
const pay = (params: Partial<Params> = {}) =>
  make({ payment_method: "pm_card_visa", confirm: true, ...params });

describe("what an amount is made of", () => {
  const line_items = [
    {
      product_name: "Soap",
      product_code: "SOAP-1",
      quantity: 2,
      unit_cost: 1000,
      tax: { total_tax_amount: 100 },
    },
    { product_name: "Brush", quantity: 1, unit_cost: 300 },
  ];

  test("is kept, and shown in lines when asked for", async () => {
    const payment = await make({
      amount_details: { line_items, shipping: { amount: 100, to_postal_code: "75011" } },
      payment_details: { order_reference: "ML-7" },
      expand: ["amount_details.line_items"],
    });
    expect(payment).toMatchObject({
      amount_details: { shipping: { amount: 100, from_postal_code: null, to_postal_code: "75011" }, tip: {} },
      payment_details: { customer_reference: null, order_reference: "ML-7" },
    });
    const lines = payment.amount_details?.line_items?.data ?? [];
    expect(lines.map((line) => [line.product_name, line.quantity, line.tax])).toEqual([
      ["Soap", 2, { total_tax_amount: 100 }],
      ["Brush", 1, null],
    ]);
    const listed = [];
    for await (const line of stripe.paymentIntents.listAmountDetailsLineItems(payment.id, { limit: 1 })) {
      listed.push(line.id);
    }
    expect(listed).toEqual(lines.map(({ id }) => id));
    const unset = await stripe.paymentIntents.update(payment.id, { amount_details: "" });
    expect(unset.amount_details).toEqual({ tip: {} });
  });

  test("has to come to the amount, unless that is not asked for", async () => {
    await expect(make({ amount_details: { line_items } })).rejects.toMatchObject({
      ...{ statusCode: 400, code: "amount_details_amount_mismatch", param: "amount_details" },
    });
    const payment = await make({ amount_details: { line_items, enforce_arithmetic_validation: false } });
    expect(payment.amount_details?.error?.code).toBe("amount_details_amount_mismatch");
    const tax = { total_tax_amount: 3000 };
    await expect(make({ amount_details: { tax } })).rejects.toMatchObject({
      code: "amount_details_tax_shipping_discount_greater_than_amount",
    });
    await expect(make({ amount_details: { line_items, tax } })).rejects.toMatchObject({
      code: "parameters_exclusive",
    });
  });
});

describe("the types a payment takes", () => {
  test("are those of its currency, without what is excluded or not allowed", async () => {
    const card = await make({ excluded_payment_method_types: ["sepa_debit"] });
    expect(card).toMatchObject({
      payment_method_types: ["card"],
      excluded_payment_method_types: ["sepa_debit"],
    });
    const debit = await make({ allowed_payment_method_types: ["sepa_debit", "ideal"] });
    expect(debit.payment_method_types).toEqual(["sepa_debit"]);
    const both = await stripe.paymentIntents.update(card.id, { excluded_payment_method_types: "" });
    expect(both).toMatchObject({
      payment_method_types: ["card", "sepa_debit"],
      excluded_payment_method_types: null,
    });
    const off = await make({ automatic_payment_methods: { enabled: false } });
    expect(off.payment_method_types).toEqual(["card"]);
  });

  test.each([
    [
      { payment_method_types: ["card"], automatic_payment_methods: { enabled: true } },
      "payment_method_types",
    ],
    [{ payment_method_types: ["card"], excluded_payment_method_types: ["card"] }, "payment_method_types"],
    [{ allowed_payment_method_types: ["ideal"] }, "payment_method_types"],
    [{ excluded_payment_method_types: ["carrier_pigeon"] }, "excluded_payment_method_types[0]"],
  ])("cannot be %j", async (params, param) => {
    await expect(make(params as Partial<Params>)).rejects.toMatchObject({ statusCode: 400, param });
  });
});

test("a payment captured in part, and accounted for with that part, can be described afterwards", async () => {
  const held = await pay({ capture_method: "manual" });
  const half = Math.floor(held.amount / 2);
  const line_items = [{ product_name: "Half", quantity: 1, unit_cost: half }];
  await stripe.paymentIntents.capture(held.id, {
    ...{ amount_to_capture: half, amount_details: { line_items } },
  });
  const described = await stripe.paymentIntents.update(held.id, { description: "Half of it" });
  expect(described).toMatchObject({ status: "succeeded", description: "Half of it" });
});

describe("a method kept for later", () => {
  const methodOf = async (payment: Stripe.PaymentIntent) =>
    stripe.paymentMethods.retrieve(String(payment.payment_method));

  test("is the customer's, as the payment or its own option says", async () => {
    const customer = await stripe.customers.create({});
    const kept = await pay({ customer: customer.id, setup_future_usage: "off_session" });
    expect(await methodOf(kept)).toMatchObject({ customer: customer.id });
    const own = { payment_method_options: { card: { setup_future_usage: "on_session" as const } } };
    expect(await methodOf(await pay({ customer: customer.id, ...own }))).toMatchObject({
      customer: customer.id,
    });
    const none = { payment_method_options: { card: { setup_future_usage: "none" as const } } };
    const once = await pay({ customer: customer.id, setup_future_usage: "off_session", ...none });
    expect(await methodOf(once)).toMatchObject({ customer: null });
  });

  test("can be attached after a payment that had no customer yet", async () => {
    const payment = await pay({ setup_future_usage: "off_session" });
    const customer = await stripe.customers.create({});
    const attached = await stripe.paymentMethods.attach(String(payment.payment_method), {
      customer: customer.id,
    });
    expect(attached).toMatchObject({ customer: customer.id });
    const spent = await pay();
    await expect(
      stripe.paymentMethods.attach(String(spent.payment_method), { customer: customer.id }),
    ).rejects.toMatchObject({ statusCode: 400 });
  });

  test("is asked for more by a browser's key, never for less", async () => {
    const browser = aClient(world, await aKey(world, "publishable"));
    const { id, client_secret } = await make({ setup_future_usage: "off_session" });
    const confirm = (setup_future_usage: "on_session" | "off_session") =>
      browser.paymentIntents.confirm(id, {
        ...{ client_secret, setup_future_usage, payment_method: "pm_card_visa" },
      });
    await expect(confirm("on_session")).rejects.toMatchObject({ param: "setup_future_usage" });
    expect(await confirm("off_session")).toMatchObject({ status: "succeeded" });
  });
});

/** https://docs.stripe.com/api/payment_intents/confirm: "secret key only". */
test("what a confirmation takes with a secret key alone, a browser's key cannot say", async () => {
  const browser = aClient(world, await aKey(world, "publishable"));
  const { id, client_secret } = await make();
  const confirm = (params: Stripe.PaymentIntentConfirmParams) =>
    browser.paymentIntents.confirm(id, { ...{ client_secret, payment_method: "pm_card_visa" }, ...params });
  const secretly = [{ capture_method: "manual" }, { off_session: true }, { mandate: "mandate_1" }] as const;
  for (const params of secretly) {
    await expect(confirm(params)).rejects.toMatchObject({ statusCode: 400, param: Object.keys(params)[0] });
  }
  for (const capture_method of ["manual", ""] as const) {
    await expect(confirm({ payment_method_options: { card: { capture_method } } })).rejects.toMatchObject({
      ...{ statusCode: 400, param: "payment_method_options[card][capture_method]" },
    });
  }
  expect(await confirm({ payment_method_options: { card: { network: "visa" } } })).toMatchObject({
    status: "succeeded",
  });
  const held = await make();
  const asked = { capture_method: "manual", payment_method: "pm_card_visa" } as const;
  expect(await stripe.paymentIntents.confirm(held.id, asked)).toMatchObject({ status: "requires_capture" });
});

describe("a method that nobody pays with here", () => {
  test("has options that concern no payment, and are dropped", async () => {
    const payment = await make({
      payment_method_options: {
        card: { request_three_d_secure: "any" },
        klarna: { capture_method: "manual" },
        wechat_pay: { client: "web" },
      },
    });
    expect(payment.payment_method_options).toMatchObject({ card: { request_three_d_secure: "any" } });
    expect(payment.payment_method_options).not.toHaveProperty("klarna");
    const setup = await stripe.setupIntents.create({
      payment_method_options: { klarna: { currency: "eur" } },
    });
    expect(setup.payment_method_options ?? {}).not.toHaveProperty("klarna");
  });

  test("is refused for its type", async () => {
    const data = { type: "klarna", klarna: {} } as const;
    await expect(make({ payment_method_data: data })).rejects.toMatchObject({
      statusCode: 400,
      param: "payment_method_data[type]",
      message: expect.stringContaining('The payment method type "klarna" is invalid'),
    });
    await expect(stripe.paymentMethods.create(data)).rejects.toMatchObject({ param: "type" });
  });
});

test("what belongs to platforms is expanded to the null that it is", async () => {
  const expand = ["application", "transfer_data.destination", "latest_charge.application_fee"];
  const payment = await pay({ expand: [...expand, "latest_charge.transfer", "payment_record"] });
  expect(payment).toMatchObject({
    application: null,
    latest_charge: { object: "charge", application_fee: null },
  });
  const refund = await stripe.refunds.create({
    payment_intent: payment.id,
    expand: ["transfer_reversal", "source_transfer_reversal"],
  });
  expect(refund).toMatchObject({ transfer_reversal: null, source_transfer_reversal: null });
});

describe("what is asked for in vain", () => {
  test.each([
    [{ off_session: true }, "off_session"],
    [{ return_url: "https://shop.example" }, "return_url"],
    [{ error_on_requires_action: true }, "error_on_requires_action"],
    [{ application_fee_amount: 100 }, "application_fee_amount"],
    [{ on_behalf_of: "acct_1" }, "on_behalf_of"],
    [{ transfer_data: { destination: "acct_1" } }, "transfer_data"],
    [{ customer_account: "acct_1" }, "customer_account"],
    [{ hooks: { inputs: { tax: { calculation: "taxcalc_1" } } } }, "hooks[inputs][tax][calculation]"],
    [{ radar_options: { session: "rse_1" } }, "radar_options[session]"],
    [
      { payment_method_options: { card: { request_multicapture: "yes" } } },
      "payment_method_options[card][request_multicapture]",
    ],
    [
      { payment_method_options: { card: { cvc_token: "cvctok_1" } } },
      "payment_method_options[card][cvc_token]",
    ],
    [{ payment_method_options: { card: { colour: "red" } } }, "payment_method_options[card][colour]"],
    [{ statement_descriptor: "MAISON LAVANDE" }, "statement_descriptor"],
    [{ statement_descriptor_suffix: "123" }, "statement_descriptor_suffix"],
    [{ statement_descriptor_suffix: "石鹸 SOAP" }, "statement_descriptor_suffix"],
  ])("%j of a payment", async (params, param) => {
    await expect(make(params as Partial<Params>)).rejects.toMatchObject({ statusCode: 400, param });
  });

  test("a mandate named and given at once, and an amount that is not the payment's", async () => {
    const both = {
      mandate: "mandate_1",
      mandate_data: { customer_acceptance: { type: "offline" as const } },
    };
    await expect(pay(both)).rejects.toMatchObject({ code: "parameters_exclusive" });
    const { id } = await make();
    const confirm = (amount_to_confirm: number) =>
      stripe.paymentIntents.confirm(id, { amount_to_confirm, payment_method: "pm_card_visa" });
    await expect(confirm(2400)).rejects.toMatchObject({ param: "amount_to_confirm" });
    expect(await confirm(2500)).toMatchObject({ status: "succeeded" });
  });

  test.each(["application_fee_amount", "destination", "on_behalf_of", "transfer_data"])(
    "%s of a charge",
    async (param) => {
      const charge = { amount: 2500, currency: "eur", source: "tok_visa", [param]: "acct_1" };
      await expect(stripe.charges.create(charge)).rejects.toMatchObject({ statusCode: 400, param });
    },
  );

  test.each([
    [{ refund_application_fee: true }, "refund_application_fee"],
    [{ reverse_transfer: true }, "reverse_transfer"],
    [{ charge: "ch_1", currency: "eur" }, "currency"],
  ])("%j of a refund", async (params, param) => {
    await expect(stripe.refunds.create(params)).rejects.toMatchObject({ statusCode: 400, param });
  });
});

test("a debit's statement can be worded by its payment", async () => {
  const payment = await make({
    allowed_payment_method_types: ["sepa_debit"],
    statement_descriptor: "LAVANDE 7",
  });
  expect(payment.statement_descriptor).toBe("LAVANDE 7");
});

test("metadata is merged, one key is unset, then all", async () => {
  const { id } = await make({ metadata: { a: "1", b: "2" } });
  const merged = await stripe.paymentIntents.update(id, { metadata: { a: "", c: "3" } });
  expect(merged.metadata).toEqual({ b: "2", c: "3" });
  expect((await stripe.paymentIntents.update(id, { metadata: "" })).metadata).toEqual({});
});

test("charges are found by their transfer group", async () => {
  const payment = await pay({ transfer_group: "ORDER_7" });
  const found = await stripe.charges.list({ transfer_group: "ORDER_7" });
  expect(found.data.map(({ id }) => id)).toEqual([payment.latest_charge]);
});
