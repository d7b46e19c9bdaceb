import type Stripe from "stripe";
import { beforeAll, describe, expect, test } from "vitest";
import { anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { rawRequest } from "#tests/support/raw-request";

let world: ApiWorld;
let stripe: Stripe;
beforeAll(async () => {
  world = await anApiWorld();
  stripe = world.stripe;
});

const aCustomer = (params: Stripe.CustomerCreateParams = {}) => stripe.customers.create(params);
const eventsOf = async (id: string) => {
  const { data } = await stripe.events.list({ type: "customer.source.*", limit: 100 });
  return data.filter(({ data: { object } }) => "id" in object && object.id === id).map(({ type }) => type);
};

describe("a customer's card", () => {
  test("is kept, becomes the default, and pays", async () => {
    const customer = await aCustomer();
    const card = await stripe.customers.createSource(customer.id, {
      source: "tok_visa",
      metadata: { seat: "12" },
    });
    expect({ ...card }).toEqual({
      id: expect.stringMatching(/^card_/),
      object: "card",
      address_city: null,
      address_country: null,
      address_line1: null,
      address_line1_check: null,
      address_line2: null,
      address_state: null,
      address_zip: null,
      address_zip_check: null,
      allow_redisplay: "unspecified",
      brand: "Visa",
      country: "US",
      customer: customer.id,
      cvc_check: "pass",
      dynamic_last4: null,
      exp_month: 12,
      exp_year: 2034,
      fingerprint: expect.any(String),
      funding: "credit",
      last4: "4242",
      metadata: { seat: "12" },
      name: null,
      networks: { preferred: null },
      regulated_status: "unregulated",
      tokenization_method: null,
    });
    const whole = await stripe.customers.retrieve(customer.id, {
      expand: ["default_source.customer", "sources"],
    });
    expect(whole).toMatchObject({
      default_source: { id: card.id, object: "card" },
      sources: { data: [{ id: card.id }], url: `/v1/customers/${customer.id}/sources` },
    });
    const charge = await stripe.charges.create({ amount: 700, currency: "eur", customer: customer.id });
    expect(charge).toMatchObject({
      paid: true,
      payment_method: card.id,
      source: { id: card.id, object: "card" },
    });
    const named = { amount: 700, currency: "eur", customer: customer.id, source: card.id };
    expect((await stripe.charges.create(named)).paid).toBe(true);
    expect(await stripe.paymentMethods.retrieve(card.id)).toMatchObject({ type: "card" });
    const intent = await stripe.paymentIntents.create({
      amount: 300,
      currency: "eur",
      customer: customer.id,
      payment_method: card.id,
      confirm: true,
      automatic_payment_methods: { enabled: true, allow_redirects: "never" },
      expand: ["payment_method"],
    });
    expect(intent).toMatchObject({
      status: "succeeded",
      payment_method: { id: card.id, object: "payment_method" },
    });
    expect(await eventsOf(card.id)).toEqual(["customer.source.created"]);
  });

  test("changes, and tells what it was", async () => {
    const customer = await aCustomer({ source: "tok_mastercard" });
    const id = String(customer.default_source);
    const changed = await stripe.customers.updateSource(customer.id, id, {
      name: "Zoë Ølund",
      address_city: "Lyon",
      address_zip: "69001",
      exp_month: "3",
      exp_year: "2040",
      metadata: { a: "1" },
    });
    expect(changed).toMatchObject({
      name: "Zoë Ølund",
      address_city: "Lyon",
      address_zip: "69001",
      exp_month: 3,
      exp_year: 2040,
      metadata: { a: "1" },
    });
    const [event] = (await stripe.events.list({ type: "customer.source.updated" })).data;
    expect(event?.data.previous_attributes).toMatchObject({ exp_month: 12, name: null });
    const past = stripe.customers.updateSource(customer.id, id, { exp_year: "2001" });
    await expect(past).rejects.toMatchObject({ code: "invalid_expiry_year" });
    const holder = stripe.customers.updateSource(customer.id, id, { account_holder_type: "company" });
    await expect(holder).rejects.toMatchObject({ param: "account_holder_type" });
  });

  test("is not kept when the bank says no, nor a token used twice", async () => {
    const customer = await aCustomer();
    const declined = stripe.customers.createSource(customer.id, { source: "tok_chargeDeclined" });
    await expect(declined).rejects.toMatchObject({ type: "StripeCardError", code: "card_declined" });
    await expect(aCustomer({ source: "tok_chargeDeclined" })).rejects.toMatchObject({ statusCode: 402 });
    const token = await stripe.tokens.create({
      card: { number: "4242424242424242", exp_month: "12", exp_year: "2034", cvc: "123", name: "Ada" },
    });
    const card = await stripe.customers.createSource(customer.id, { source: token.id });
    expect(card).toMatchObject({ id: token.card?.id, name: "Ada" });
    const again = stripe.customers.createSource(customer.id, { source: token.id });
    await expect(again).rejects.toMatchObject({ code: "token_already_used" });
    await expect(stripe.customers.createSource(customer.id, { source: "tok_nothing" })).rejects.toMatchObject(
      { code: "resource_missing" },
    );
  });

  test("goes, and the one added last takes its place", async () => {
    const customer = await aCustomer({ source: "tok_visa" });
    const first = String(customer.default_source);
    const second = await stripe.customers.createSource(customer.id, { source: "tok_amex" });
    const third = await stripe.customers.createSource(customer.id, { source: "tok_mastercard" });
    expect(await stripe.customers.deleteSource(customer.id, first)).toMatchObject({
      id: first,
      object: "card",
      deleted: true,
    });
    expect((await stripe.customers.retrieve(customer.id)) as Stripe.Customer).toMatchObject({
      default_source: third.id,
    });
    const chosen = await stripe.customers.update(customer.id, { default_source: second.id });
    expect(chosen.default_source).toBe(second.id);
    const replaced = await stripe.customers.update(customer.id, { source: "tok_discover" });
    const { data } = await stripe.customers.listSources(customer.id);
    expect(data.map(({ id }) => id)).toEqual([replaced.default_source, third.id]);
    const gone = stripe.customers.retrieveSource(customer.id, second.id);
    await expect(gone).rejects.toMatchObject({ statusCode: 404 });
    expect(await eventsOf(second.id)).toEqual(["customer.source.deleted", "customer.source.created"]);
    await stripe.customers.del(customer.id);
    expect(await eventsOf(third.id)).toContain("customer.source.deleted");
  });

  test("is nobody else's", async () => {
    const [one, other] = [await aCustomer({ source: "tok_visa" }), await aCustomer()];
    const id = String(one.default_source);
    await expect(stripe.customers.retrieveSource(other.id, id)).rejects.toMatchObject({ statusCode: 404 });
    const taken = stripe.customers.update(other.id, { default_source: id });
    await expect(taken).rejects.toMatchObject({ code: "resource_missing" });
    const charge = stripe.charges.create({ amount: 500, currency: "eur", customer: other.id, source: id });
    await expect(charge).rejects.toMatchObject({ statusCode: 400 });
    const empty = stripe.charges.create({ amount: 500, currency: "eur", customer: other.id });
    await expect(empty).rejects.toMatchObject({ code: "missing" });
  });

  test("is typed whole at its older address", async () => {
    const customer = await aCustomer();
    const call = (method: string, path: string, body?: string) =>
      rawRequest(world, {
        method,
        path: `/v1/customers/${customer.id}${path}`,
        headers: { Authorization: `Bearer ${world.key}` },
        body,
      });
    const typed =
      "source[object]=card&source[number]=4242424242424242&source[exp_month]=1&source[exp_year]=2034";
    const made = await call("POST", "/cards", `${typed}&source[cvc]=123`);
    expect(made.body).toMatchObject({ object: "card", last4: "4242", cvc_check: "pass" });
    const { id } = made.body;
    const listed = await call("GET", "/cards");
    expect(listed.body).toMatchObject({ data: [{ id }], url: `/v1/customers/${customer.id}/cards` });
    expect((await call("GET", "/bank_accounts")).body).toMatchObject({ data: [] });
    expect((await call("GET", `/bank_accounts/${String(id)}`)).status).toBe(404);
    expect((await call("POST", `/cards/${String(id)}`, "name=Ada")).body).toMatchObject({ name: "Ada" });
    expect((await call("DELETE", `/cards/${String(id)}`)).body).toMatchObject({ deleted: true });
  });
});

describe("a customer's bank account", () => {
  const anAccount = async (params: Partial<Stripe.TokenCreateParams.BankAccount> = {}) => {
    const customer = await aCustomer();
    const token = await stripe.tokens.create({
      bank_account: {
        country: "US",
        currency: "usd",
        routing_number: "110000000",
        account_number: "000123456789",
        account_holder_name: "Ada",
        account_holder_type: "individual",
        ...params,
      },
    });
    const account = await stripe.customers.createSource(customer.id, { source: token.id });
    return { customer, account, token };
  };
  const pay = (customer: string, source: string) =>
    stripe.charges.create({ amount: 900, currency: "usd", customer, source });

  test("is proven by two deposits, and pays then", async () => {
    const { customer, account, token } = await anAccount();
    expect({ ...account }).toEqual({
      id: token.bank_account?.id,
      object: "bank_account",
      account_holder_name: "Ada",
      account_holder_type: "individual",
      account_type: null,
      bank_name: "TEST BANK",
      country: "US",
      currency: "usd",
      customer: customer.id,
      fingerprint: expect.any(String),
      last4: "6789",
      metadata: {},
      routing_number: "110000000",
      status: "new",
    });
    await expect(pay(customer.id, account.id)).rejects.toMatchObject({ code: "bank_account_unverified" });
    expect((await stripe.customers.listPaymentMethods(customer.id)).data).toEqual([]);
    const wrong = stripe.customers.verifySource(customer.id, account.id, { amounts: [1, 2] });
    await expect(wrong).rejects.toMatchObject({ code: "bank_account_verification_failed" });
    const proven = await stripe.customers.verifySource(customer.id, account.id, { amounts: [45, 32] });
    expect(proven.status).toBe("verified");
    const again = stripe.customers.verifySource(customer.id, account.id, { amounts: [32, 45] });
    await expect(again).rejects.toMatchObject({ statusCode: 400 });
    expect(await pay(customer.id, account.id)).toMatchObject({
      status: "pending",
      source: { id: account.id, object: "bank_account" },
    });
  });

  test("cannot be proven after ten wrong guesses", async () => {
    const { customer, account } = await anAccount();
    for (let i = 0; i < 10; i++) {
      const wrong = stripe.customers.verifySource(customer.id, account.id, { amounts: [1, 1] });
      await expect(wrong).rejects.toMatchObject({ code: "bank_account_verification_failed" });
    }
    const right = stripe.customers.verifySource(customer.id, account.id, { amounts: [32, 45] });
    await expect(right).rejects.toMatchObject({ code: "bank_account_verification_failed" });
    const failed = await stripe.customers.retrieveSource(customer.id, account.id);
    expect(failed).toMatchObject({ status: "verification_failed" });
  });

  test("is kept once, as clients know it; by another customer, or again when it was taken away, too", async () => {
    const customer = await aCustomer({ source: "btok_us_verified" });
    await expect(
      stripe.customers.createSource(customer.id, { source: "btok_us_verified" }),
    ).rejects.toMatchObject({
      statusCode: 400,
      code: "bank_account_exists",
      message: "A bank account with that routing number and account number already exists for this customer.",
    });
    const another = await aCustomer({ source: "btok_us_verified" });
    expect(another.default_source).not.toBe(customer.default_source);
    await stripe.customers.deleteSource(customer.id, String(customer.default_source));
    const again = await stripe.customers.createSource(customer.id, { source: "btok_us_verified" });
    expect(again.object).toBe("bank_account");
  });

  test("is known to be theirs, changes its holder, and is told from cards", async () => {
    const customer = await aCustomer({ source: "btok_us_verified" });
    const id = String(customer.default_source);
    const changed = await stripe.customers.updateSource(customer.id, id, {
      account_holder_name: "Grace",
      account_holder_type: "company",
    });
    expect(changed).toMatchObject({
      status: "verified",
      account_holder_name: "Grace",
      account_holder_type: "company",
    });
    await stripe.customers.createSource(customer.id, { source: "tok_visa" });
    const only = async (object: string) =>
      (await stripe.customers.listSources(customer.id, { object })).data.map((source) => source.object);
    expect([await only("bank_account"), await only("card")]).toEqual([["bank_account"], ["card"]]);
    expect(await stripe.customers.deleteSource(customer.id, id)).toMatchObject({
      id,
      object: "bank_account",
      deleted: true,
    });
  });
});
