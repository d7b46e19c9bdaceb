import { eq } from "drizzle-orm";
import type Stripe from "stripe";
import { beforeAll, describe, expect, test } from "vitest";
import { fillings, jobs } from "#db/schema/index";
import { globalTransaction } from "#db/transaction";
import { runDueJobs } from "#lib/jobs/run-due";
import { fillCardJobs } from "#lib/sources/fill-jobs";
import { tellThatItExpires } from "#lib/sources/tell-expiring";
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

/** Until when the cards of these tests are valid, as of their first February. */
const year = new Date().getUTCFullYear() + 1;

/** A card of this number that its holder typed, which a customer keeps as a source. */
async function aCardOf(customer: string, number = "4242424242424242"): Promise<string> {
  const typed = { object: "card", number, exp_month: 2, exp_year: year, cvc: "123" };
  const card = await rawRequest(world, {
    method: "POST",
    path: `/v1/customers/${customer}/sources`,
    headers: { Authorization: `Bearer ${world.key}` },
    body: new URLSearchParams(
      Object.entries(typed).map(([name, value]) => [`source[${name}]`, String(value)]),
    ).toString(),
  });
  return String(card.body.id);
}

test("a customer's card is told to expire when its last month begins, while they have it", async () => {
  const { id } = await stripe.customers.create({});
  const [kept, moved, gone] = [await aCardOf(id), await aCardOf(id), await aCardOf(id)];
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
  // A job that a crash keeps from being noted as done is done again.
  await tellThatItExpires(world.viewer, { sourceId: kept, month: Date.UTC(year, 1) });
  expect(await told()).toEqual([1, 0, 0]);
  await runDueJobs(world.environment, Date.UTC(year, 2));
  expect(await told()).toEqual([1, 1, 0]);
});

describe("a customer's card whose bank sends the next one", () => {
  const renewed = async (type: string, own: ApiWorld) =>
    (await own.stripe.events.list({ type })).data.map(({ data, request }) => ({ ...data, request }));

  test("is valid on from the middle of its last month, and that is told; others run out", async () => {
    const own = await anApiWorld();
    const { id: customer } = await own.stripe.customers.create({});
    const typed = async (number: string) => {
      const card = { number, exp_month: 2, exp_year: year, cvc: "123" };
      const body = new URLSearchParams([
        ["type", "card"],
        ...Object.entries(card).map(([name, value]) => [`card[${name}]`, String(value)]),
      ]).toString();
      const headers = { Authorization: `Bearer ${await aKey(own, "publishable")}` };
      const made = await rawRequest(own, { method: "POST", path: "/v1/payment_methods", headers, body });
      return own.stripe.paymentMethods.attach(String(made.body.id), { customer });
    };
    const [american, french] = [await typed("4242424242424242"), await typed("4000002500000003")];
    await runDueJobs(own.environment, Date.UTC(year, 1, 15) - 1);
    expect(await renewed("payment_method.automatically_updated", own)).toEqual([]);
    await runDueJobs(own.environment, Date.UTC(year, 1, 15));
    expect(await renewed("payment_method.automatically_updated", own)).toEqual([
      {
        object: expect.objectContaining({ id: american.id }),
        previous_attributes: { card: { exp_year: year } },
        request: { id: null, idempotency_key: null },
      },
    ]);
    const valid = async (id: string) => (await own.stripe.paymentMethods.retrieve(id)).card?.exp_year;
    expect([await valid(american.id), await valid(french.id)]).toEqual([year + 3, year]);
    await runDueJobs(own.environment, Date.UTC(year + 3, 1, 15));
    expect(await valid(american.id)).toBe(year + 6);
  });

  test("is told of as a source where it is kept as one, also if it is older than the job", async () => {
    const own = await anApiWorld();
    const { id: customer } = await own.stripe.customers.create({});
    const made = await own.stripe.customers.createSource(customer, { source: "tok_visa" });
    await own.stripe.customers.updateSource(customer, made.id, { exp_month: "2", exp_year: String(year) });
    await globalTransaction(async (db) => {
      await db.delete(jobs).where(eq(jobs.environmentId, own.environment.id));
      await db.delete(fillings).where(eq(fillings.environmentId, own.environment.id));
    });
    await fillCardJobs();
    await fillCardJobs();
    await runDueJobs(own.environment, Date.UTC(year, 1, 15));
    const [event] = await renewed("customer.source.updated", own);
    expect(event).toMatchObject({
      object: { id: made.id, object: "card", exp_year: year + 3 },
      previous_attributes: { exp_year: year },
      request: { id: null },
    });
    expect(await renewed("customer.source.expiring", own)).toHaveLength(1);
    expect(await renewed("payment_method.automatically_updated", own)).toEqual([]);
  });
});
