import { beforeAll, expect, test } from "vitest";
import { aClient, aKey, anApiWorld, type ApiWorld } from "#tests/support/api-server";

let world: ApiWorld;
beforeAll(async () => {
  world = await anApiWorld();
});

const address = { city: "Paris", country: "FR", line1: "1 rue", line2: "", postal_code: "75001", state: "" };

test("every parameter of a customer comes back", async () => {
  const { stripe } = world;
  const customer = await stripe.customers.create({
    address,
    balance: -500,
    business_name: "Lavande",
    description: "A friend",
    email: "ana@example.com",
    individual_name: "Ana Silva",
    invoice_prefix: "ANA1",
    invoice_settings: {
      custom_fields: [{ name: "PO", value: "7" }],
      footer: "Thanks",
      rendering_options: { amount_tax_display: "exclude_tax" },
    },
    metadata: { a: "1" },
    name: "Ana",
    next_invoice_sequence: 4,
    phone: "+33 1 23",
    preferred_locales: ["fr", "en"],
    shipping: { name: "Ana", address, phone: "+33 1" },
    tax_exempt: "reverse",
  });
  const stored = { ...address, line2: null, state: null };
  expect(customer).toMatchObject({
    object: "customer",
    address: stored,
    balance: -500,
    business_name: "Lavande",
    currency: "eur",
    description: "A friend",
    email: "ana@example.com",
    individual_name: "Ana Silva",
    invoice_prefix: "ANA1",
    invoice_settings: {
      custom_fields: [{ name: "PO", value: "7" }],
      footer: "Thanks",
      default_payment_method: null,
      rendering_options: { amount_tax_display: "exclude_tax", template: null },
    },
    metadata: { a: "1" },
    name: "Ana",
    next_invoice_sequence: 4,
    phone: "+33 1 23",
    preferred_locales: ["fr", "en"],
    shipping: { name: "Ana", address: stored, phone: "+33 1" },
    tax_exempt: "reverse",
  });
  const { lastResponse: _, ...plain } = customer;
  expect(await stripe.customers.retrieve(customer.id)).toMatchObject(plain);
});

test("an empty value unsets, a missing one leaves alone", async () => {
  const { stripe } = world;
  const { id } = await stripe.customers.create({
    name: "Ana",
    description: "d",
    address,
    metadata: { a: "1", b: "2" },
  });
  const updated = await stripe.customers.update(id, { description: "", address: "", metadata: { a: "" } });
  expect(updated).toMatchObject({ name: "Ana", description: null, address: null, metadata: { b: "2" } });
  expect(await stripe.customers.update(id, { metadata: "" })).toMatchObject({ metadata: {} });
});

test("a default payment method is the customer's own, and can be expanded", async () => {
  const { stripe } = world;
  const { id } = await stripe.customers.create();
  const method = await stripe.paymentMethods.attach("pm_card_visa", { customer: id });
  await expect(
    stripe.customers.update(id, { invoice_settings: { default_payment_method: "pm_other" } }),
  ).rejects.toMatchObject({ param: "invoice_settings[default_payment_method]" });
  const updated = await stripe.customers.update(id, {
    invoice_settings: { default_payment_method: method.id },
    expand: ["invoice_settings.default_payment_method.customer", "sources", "subscriptions"],
  });
  expect(updated.invoice_settings.default_payment_method).toMatchObject({
    id: method.id,
    customer: { id },
  });
  expect(updated.sources).toMatchObject({ object: "list", data: [], has_more: false });
});

test("a deleted customer says so, and is gone from lists", async () => {
  const { stripe } = world;
  const { id } = await stripe.customers.create({ email: "gone@example.com" });
  expect(await stripe.customers.del(id)).toMatchObject({ id, object: "customer", deleted: true });
  const { lastResponse: _, ...left } = await stripe.customers.retrieve(id);
  expect(left).toEqual({ id, object: "customer", deleted: true });
  expect((await stripe.customers.list({ email: "gone@example.com" })).data).toEqual([]);
  await expect(stripe.customers.update(id, { name: "x" })).rejects.toMatchObject({
    statusCode: 404,
    code: "resource_missing",
    param: "id",
    message: `No such customer: '${id}'`,
  });
});

test("customers are listed by email and by time, page by page", async () => {
  const { stripe } = await anApiWorld();
  const ids: string[] = [];
  for (let i = 0; i < 5; i++)
    ids.unshift((await stripe.customers.create({ email: `c${i % 2}@example.com` })).id);
  const all = await stripe.customers.list({ limit: 2 }).autoPagingToArray({ limit: 100 });
  expect(all.map((customer) => customer.id)).toEqual(ids);
  const ones = await stripe.customers.list({ email: "c1@example.com" });
  expect(ones.data.map((customer) => customer.id)).toEqual([ids[1], ids[3]]);
  const now = Math.floor(Date.now() / 1000);
  expect((await stripe.customers.list({ created: { gt: now + 60 } })).data).toEqual([]);
  expect((await stripe.customers.list({ created: { gte: now - 60, lte: now + 60 } })).data).toHaveLength(5);
});

test("what is wrong is named", async () => {
  const { stripe } = world;
  const wrong: [object, object][] = [
    [{ email: "nobody" }, { code: "email_invalid", param: "email" }],
    [{ colour: "blue" }, { code: "parameter_unknown", param: "colour" }],
    [{ balance: 1.5 }, { code: "parameter_invalid_integer", param: "balance" }],
    [{ tax_exempt: "perhaps" }, { param: "tax_exempt" }],
    [{ address: { country: "France" } }, { param: "address[country]" }],
    [{ shipping: { address } }, { code: "parameter_missing", param: "shipping[name]" }],
    [{ phone: "1".repeat(30) }, { param: "phone" }],
    [{ metadata: { ["k".repeat(41)]: "v" } }, { statusCode: 400 }],
  ];
  for (const [params, error] of wrong) {
    await expect(stripe.customers.create(Object.assign({}, params))).rejects.toMatchObject(error);
  }
});

test("one key makes one customer", async () => {
  const { stripe } = world;
  const options = { idempotencyKey: "one-customer" };
  const one = await stripe.customers.create({ name: "Ana" }, options);
  const two = await stripe.customers.create({ name: "Ana" }, options);
  expect(two.id).toBe(one.id);
  await expect(stripe.customers.create({ name: "Bea" }, options)).rejects.toMatchObject({
    type: "StripeIdempotencyError",
  });
});

test("a restricted key does what it was made for, a browser's key nothing", async () => {
  const reader = aClient(world, await aKey(world, "restricted", ["customers:read"]));
  const { id } = await world.stripe.customers.create();
  expect((await reader.customers.retrieve(id)).id).toBe(id);
  for (const act of [reader.customers.create(), reader.customers.update(id, {}), reader.customers.del(id)]) {
    await expect(act).rejects.toMatchObject({ statusCode: 403 });
  }
  const browser = aClient(world, await aKey(world, "publishable"));
  await expect(browser.customers.retrieve(id)).rejects.toMatchObject({ statusCode: 403 });
});

test("another account's customer is as good as none", async () => {
  const { id } = await world.stripe.customers.create();
  const { stripe: stranger } = await anApiWorld();
  const missing = { statusCode: 404, code: "resource_missing" };
  await expect(stranger.customers.retrieve(id)).rejects.toMatchObject(missing);
  await expect(stranger.customers.update(id, { name: "x" })).rejects.toMatchObject(missing);
  await expect(stranger.customers.del(id)).rejects.toMatchObject(missing);
  await expect(stranger.customers.listPaymentMethods(id)).rejects.toMatchObject(missing);
  await expect(stranger.customers.list({ starting_after: id })).rejects.toMatchObject({
    param: "starting_after",
  });
});
