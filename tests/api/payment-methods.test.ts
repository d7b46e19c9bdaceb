import { beforeAll, expect, test } from "vitest";
import { aClient, aKey, anApiWorld, type ApiWorld } from "#tests/support/api-server";

let world: ApiWorld;
beforeAll(async () => {
  world = await anApiWorld();
});

const number = "4242424242424242";
const card = { number, exp_month: 12, exp_year: 2034, cvc: "123" };

test("create, attach, list, update, detach", async () => {
  const { stripe } = world;
  const customer = await stripe.customers.create();
  const created = await stripe.paymentMethods.create({
    type: "card",
    card: { ...card, exp_year: 34 },
    billing_details: { name: "Ana", address: { country: "FR" } },
    allow_redisplay: "limited",
    metadata: { a: "1" },
  });
  expect(created).toMatchObject({ object: "payment_method", customer: null, card: { exp_year: 2034 } });
  const attached = await stripe.paymentMethods.attach(created.id, {
    customer: customer.id,
    expand: ["customer"],
  });
  expect(attached.customer).toMatchObject({ id: customer.id, object: "customer" });

  const debit = await stripe.paymentMethods.create({
    type: "sepa_debit",
    sepa_debit: { iban: "DE89370400440532013000" },
    billing_details: { name: "Ana", email: "ana@example.com" },
  });
  await stripe.paymentMethods.attach(debit.id, { customer: customer.id });
  const all = await stripe.customers.listPaymentMethods(customer.id);
  expect(all.data.map((one) => one.id)).toEqual([debit.id, created.id]);
  const cards = await stripe.paymentMethods.list({ customer: customer.id, type: "card" });
  expect(cards.data.map((one) => one.id)).toEqual([created.id]);
  const limited = await stripe.customers.listPaymentMethods(customer.id, { allow_redisplay: "limited" });
  expect(limited.data.map((one) => one.id)).toEqual([created.id]);
  expect((await stripe.paymentMethods.list()).data).toEqual([]);

  const updated = await stripe.paymentMethods.update(created.id, {
    billing_details: { name: "", phone: "+33 1" },
    card: { exp_month: 6 },
    metadata: { a: "", b: "2" },
  });
  expect(updated).toMatchObject({ billing_details: { name: null, phone: "+33 1" }, metadata: { b: "2" } });
  expect(updated.card).toMatchObject({ exp_month: 6, exp_year: 2034, brand: "visa" });
  expect(await stripe.customers.retrievePaymentMethod(customer.id, created.id)).toMatchObject({
    id: created.id,
  });
  expect((await stripe.paymentMethods.detach(created.id)).customer).toBeNull();
});

test("lists page themselves, both ways", async () => {
  const { stripe } = world;
  const customer = await stripe.customers.create();
  const ids: string[] = [];
  for (let i = 0; i < 5; i++) {
    ids.unshift((await stripe.paymentMethods.attach("pm_card_visa", { customer: customer.id })).id);
  }
  const all = await stripe.paymentMethods
    .list({ customer: customer.id, limit: 2 })
    .autoPagingToArray({ limit: 100 });
  expect(all.map((one) => one.id)).toEqual(ids);
  const before = await stripe.paymentMethods.list({ customer: customer.id, limit: 2, ending_before: ids[3] });
  expect(before).toMatchObject({
    has_more: true,
    url: "/v1/payment_methods",
    data: [{ id: ids[1] }, { id: ids[2] }],
  });
});

test("what is wrong is named", async () => {
  const { stripe } = world;
  const wrong: [object, object][] = [
    [{ type: "klarna" }, { code: undefined, param: "type" }],
    [{ type: "card" }, { code: "parameter_missing", param: "card" }],
    [
      { type: "card", card: { exp_month: 1, exp_year: 2034 } },
      { code: "parameter_missing", param: "card[number]" },
    ],
    [
      { type: "card", card: { ...card, colour: "blue" } },
      { code: "parameter_unknown", param: "card[colour]" },
    ],
    [{ type: "card", card: { token: "pm_card_visa" } }, { param: "token" }],
    [
      { type: "card", card: { token: "tok_nope" } },
      { code: "resource_missing", statusCode: 404 },
    ],
    [{ type: "card", card, customer: "cus_1" }, { statusCode: 400 }],
    [
      { type: "sepa_debit", sepa_debit: { iban: "DE00" }, billing_details: { name: "A", email: "a@b.co" } },
      { statusCode: 400 },
    ],
    [{ type: "us_bank_account", us_bank_account: {}, billing_details: { name: "A" } }, { statusCode: 400 }],
    [
      { type: "card", card: { ...card, exp_year: 1999 } },
      { code: "invalid_expiry_year", type: "StripeCardError" },
    ],
  ];
  for (const [params, error] of wrong) {
    await expect(stripe.paymentMethods.create(Object.assign({ type: "card" }, params))).rejects.toMatchObject(
      error,
    );
  }
  await expect(stripe.paymentMethods.attach("pm_card_visa")).rejects.toMatchObject({
    code: "parameter_missing",
    message: "Must provide customer or customer_account.",
  });
  await expect(stripe.paymentMethods.retrieve("pm_nope")).rejects.toMatchObject({
    statusCode: 404,
    param: "payment_method",
  });
});

test("a number that is typed into the wrong place is not repeated in the error", async () => {
  const { url, key } = world;
  for (const form of [
    `type=card&card[number][]=${number}`,
    `type=card&card[number]=${number.repeat(5)}`,
    `type=card&card[number]=${number}x&card[exp_month]=1&card[exp_year]=2034`,
    `type=card&card[number]=${number}&card[exp_month]=1&card[exp_year]=2034&card[cvc]=${number}`,
  ]) {
    const answer = await fetch(`${url}/v1/payment_methods`, {
      method: "POST",
      headers: { authorization: `Bearer ${key}`, "content-type": "application/x-www-form-urlencoded" },
      body: form,
    });
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.status).toBeLessThan(500);
    expect(await answer.text()).not.toContain(number);
  }
});

test("equal requests with one key make one attachment, and a decline is told twice alike", async () => {
  const { stripe } = world;
  const customer = await stripe.customers.create();
  const options = { idempotencyKey: "attach-once" };
  const attach = () => stripe.paymentMethods.attach("pm_card_visa", { customer: customer.id }, options);
  const [one, two] = [await attach(), await attach()];
  expect(two).toEqual(one);
  expect(two.lastResponse.headers["idempotent-replayed"]).toBe("true");
  expect((await stripe.customers.listPaymentMethods(customer.id)).data).toHaveLength(1);

  const declined = () =>
    stripe.paymentMethods
      .attach("pm_card_chargeDeclined", { customer: customer.id }, { idempotencyKey: "declined-once" })
      .catch((error: unknown) => error);
  const [first, second] = [await declined(), await declined()];
  expect(first).toMatchObject({ statusCode: 402, code: "card_declined" });
  expect(second).toMatchObject({ statusCode: 402, headers: { "idempotent-replayed": "true" } });
});

test("a browser's key may make a payment method, and nothing else of it", async () => {
  const browser = aClient(world, await aKey(world, "publishable"));
  const made = await browser.paymentMethods.create({ type: "card", card });
  expect(made.card?.last4).toBe("4242");
  await expect(browser.paymentMethods.retrieve(made.id)).rejects.toMatchObject({ statusCode: 403 });
  const customer = await world.stripe.customers.create();
  await expect(browser.paymentMethods.attach(made.id, { customer: customer.id })).rejects.toMatchObject({
    statusCode: 403,
  });
});

test("an attachment, an update and a detachment are events", async () => {
  const { stripe } = world;
  const customer = await stripe.customers.create();
  const { id } = await stripe.paymentMethods.attach("pm_card_visa", { customer: customer.id });
  await stripe.paymentMethods.update(id, { metadata: { a: "1" } });
  await stripe.paymentMethods.detach(id);
  const { data } = await stripe.events.list({ type: "payment_method.*", limit: 3 });
  expect(data.map((event) => event.type)).toEqual([
    "payment_method.detached",
    "payment_method.updated",
    "payment_method.attached",
  ]);
  expect(data[1]?.data.previous_attributes).toEqual({ metadata: { a: null } });
});
