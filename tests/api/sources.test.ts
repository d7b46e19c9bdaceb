import type Stripe from "stripe";
import { beforeAll, describe, expect, test } from "vitest";
import { runDueJobs } from "#lib/jobs/run-due";
import { aClient, aKey, anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { rawRequest } from "#tests/support/raw-request";

let world: ApiWorld;
let stripe: Stripe;
beforeAll(async () => {
  world = await anApiWorld();
  stripe = world.stripe;
});

describe("a source", () => {
  test("of a card is charged once by itself, and again and again with a customer", async () => {
    const source = await stripe.sources.create({
      type: "card",
      token: "tok_visa",
      owner: { name: "Ada", email: "ada@example.com" },
      metadata: { a: "1" },
    });
    expect({ ...source }).toMatchObject({
      id: expect.stringMatching(/^src_/),
      object: "source",
      client_secret: expect.stringMatching(/^src_client_secret_/),
      flow: "none",
      status: "chargeable",
      type: "card",
      usage: "reusable",
      owner: { name: "Ada", email: "ada@example.com", address: null, verified_name: null },
      card: { brand: "Visa", last4: "4242", three_d_secure: "optional" },
    });
    const [event] = (await stripe.events.list({ type: "source.chargeable" })).data;
    expect(event?.data.object).toMatchObject({ id: source.id });
    const customer = await stripe.customers.create({ source: source.id });
    expect(customer.default_source).toBe(source.id);
    for (let i = 0; i < 2; i++) {
      const charge = await stripe.charges.create({ amount: 500, currency: "eur", customer: customer.id });
      expect(charge.source).toMatchObject({ id: source.id, object: "source" });
    }
    expect(await stripe.customers.deleteSource(customer.id, source.id)).toMatchObject({
      id: source.id,
      status: "consumed",
    });

    const single = await stripe.sources.create({ type: "card", token: "tok_visa", usage: "single_use" });
    await stripe.charges.create({ amount: 500, currency: "eur", source: single.id });
    expect((await stripe.sources.retrieve(single.id)).status).toBe("consumed");
    const twice = stripe.charges.create({ amount: 500, currency: "eur", source: single.id });
    await expect(twice).rejects.toMatchObject({ statusCode: 400 });
  });

  test("of a bank account names its mandate, and changes", async () => {
    const body = new URLSearchParams({
      type: "sepa_debit",
      "sepa_debit[iban]": "DE89370400440532013000",
      "owner[name]": "Ada",
      "owner[email]": "ada@example.com",
    });
    const made = await rawRequest(world, {
      method: "POST",
      path: "/v1/sources",
      headers: { Authorization: `Bearer ${await aKey(world, "publishable")}` },
      body: body.toString(),
    });
    expect(made.body).toMatchObject({
      type: "sepa_debit",
      currency: "eur",
      sepa_debit: { last4: "3000", country: "DE", mandate_reference: expect.any(String) },
    });
    const id = String(made.body.id);
    const changed = await stripe.sources.update(id, {
      metadata: { a: "1" },
      owner: { phone: "+33123456789" },
    });
    expect(changed).toMatchObject({ metadata: { a: "1" }, owner: { name: "Ada", phone: "+33123456789" } });
    expect((await stripe.sources.listSourceTransactions(id)).data).toEqual([]);
    const browser = aClient(world, await aKey(world, "publishable"));
    await expect(browser.sources.retrieve(id)).rejects.toMatchObject({ statusCode: 404 });
    const secret = { client_secret: String(made.body.client_secret) };
    expect((await browser.sources.retrieve(id, secret)).id).toBe(id);
  });

  test("is of a type that there is", async () => {
    await expect(stripe.sources.create({ type: "ideal" })).rejects.toMatchObject({
      statusCode: 400,
      param: "type",
      message: expect.stringContaining("The type `ideal` is not a valid source type."),
    });
    const redirect = { return_url: "https://shop.example" };
    await expect(stripe.sources.create({ type: "card", token: "tok_visa", redirect })).rejects.toMatchObject({
      statusCode: 400,
      param: "redirect",
    });
    await expect(stripe.sources.create({})).rejects.toMatchObject({ code: "parameter_missing" });
    await expect(stripe.sources.retrieve("src_none")).rejects.toMatchObject({ statusCode: 404 });
    const source = await stripe.sources.create({ type: "card", token: "tok_visa" });
    await expect(stripe.sources.verify(source.id, { values: ["1"] })).rejects.toMatchObject({
      statusCode: 400,
    });
  });
});

test("a customer's card is told to expire when its last month begins, while they have it", async () => {
  const { id } = await stripe.customers.create({});
  const year = new Date().getUTCFullYear() + 1;
  const typed = { object: "card", number: "4242424242424242", exp_month: 2, exp_year: year, cvc: "123" };
  const given = async () => {
    const card = await rawRequest(world, {
      ...{
        method: "POST",
        path: `/v1/customers/${id}/sources`,
        headers: { Authorization: `Bearer ${world.key}` },
      },
      body: new URLSearchParams(
        Object.entries(typed).map(([name, value]) => [`source[${name}]`, String(value)]),
      ).toString(),
    });
    return String(card.body.id);
  };
  const [kept, moved, gone] = [await given(), await given(), await given()];
  await stripe.customers.updateSource(id, moved, { exp_month: "3" });
  await stripe.customers.deleteSource(id, gone);
  const told = async () => {
    const { data } = await stripe.events.list({ type: "customer.source.expiring" });
    const ids = data.map(({ data: { object } }) => ("id" in object ? object.id : null));
    return [kept, moved, gone].map((card) => ids.filter((one) => one === card).length);
  };
  await runDueJobs(world.environment, Date.UTC(year, 1) - 1);
  expect(await told()).toEqual([0, 0, 0]);
  await runDueJobs(world.environment, Date.UTC(year, 1));
  expect(await told()).toEqual([1, 0, 0]);
  await runDueJobs(world.environment, Date.UTC(year, 2));
  expect(await told()).toEqual([1, 1, 0]);
});
