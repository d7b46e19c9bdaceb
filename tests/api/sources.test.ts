import { and, eq, inArray } from "drizzle-orm";
import type Stripe from "stripe";
import { beforeAll, describe, expect, test } from "vitest";
import { find } from "#db/rows";
import { fillings, jobs, paymentMethods } from "#db/schema/index";
import { globalReader, globalTransaction, transaction } from "#db/transaction";
import { seconds } from "#lib/clock";
import { runDueJobs } from "#lib/jobs/run-due";
import { planCard } from "#lib/payment-methods/plan-card";
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
    await expect(twice).rejects.toMatchObject({ statusCode: 400, code: "invalid_source_usage" });
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

test("it is told of in another month, too, if the card was changed as a payment method", async () => {
  const own = await anApiWorld();
  const { id: customer } = await own.stripe.customers.create({});
  const { id } = await own.stripe.customers.createSource(customer, { source: "tok_fr" });
  await own.stripe.paymentMethods.update(id, { card: { exp_month: 5, exp_year: year } });
  await runDueJobs(own.environment, Date.UTC(year, 4));
  const { data } = await own.stripe.events.list({ type: "customer.source.expiring" });
  expect(data.map((event) => event.data.object)).toEqual([expect.objectContaining({ id, exp_year: year })]);
});

describe("a customer's card whose bank sends the next one", () => {
  const renewed = async (type: string, own: ApiWorld) =>
    (await own.stripe.events.list({ type })).data.map(({ data, request }) => ({ ...data, request }));

  test("is valid on from the middle of its last month, and that is told; others run out", async () => {
    const own = await anApiWorld();
    const { id: customer } = await own.stripe.customers.create({});
    const typed = (number: string) => anAttachedCard(own, { customer, number });
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

  test("is renewed the next day if it is given to the customer after that; once it has run out, it is not", async () => {
    const { expMonth, expYear, endsAt } = thisMonth();
    const own = await anApiWorld();
    const { id: customer } = await own.stripe.customers.create({});
    const { id } = await anAttachedCard(own, { customer, exp_month: expMonth, exp_year: expYear });
    const years = async () => (await own.stripe.paymentMethods.retrieve(id)).card?.exp_year;
    await runDueJobs(own.environment, Date.now());
    expect(await years()).toBe(expYear);
    await runDueJobs(own.environment, endsAt);
    expect(await years()).toBe(expYear + 3);

    const late = { ...own.viewer, now: () => endsAt };
    const row = await transaction(own.viewer, (tx) => find(tx, paymentMethods, id));
    if (row?.instrument.type !== "card") throw new Error("It is no card");
    const card = { ...row.instrument.card, expMonth, expYear };
    const ranOut = { ...row, instrument: { ...row.instrument, card } };
    await transaction(late, (tx) => planCard(tx, ranOut));
    expect(await waitingRenewals(own)).toHaveLength(1);
  });

  test("follows the test clock of its customer, whoever plans it, also while that advances", async () => {
    const own = await anApiWorld();
    const clocks = own.stripe.testHelpers.testClocks;
    const clock = await clocks.create({ frozen_time: seconds(Date.UTC(year, 0, 1)) });
    const { id: customer } = await own.stripe.customers.create({ test_clock: clock.id });
    const { id } = await anAttachedCard(own, { customer });
    await forgetJobs(own, "cards.renew");
    await clocks.advance(clock.id, { frozen_time: seconds(Date.UTC(year, 1, 15)) });
    await fillCardJobs();
    expect(await waitingRenewals(own)).toEqual([clock.id]);
    await runDueJobs(own.environment, Date.now());
    expect((await own.stripe.paymentMethods.retrieve(id)).card?.exp_year).toBe(year + 3);
  });

  test("is told of as a source where it is kept as one, also if it is older than the job", async () => {
    const own = await anApiWorld();
    const { id: customer } = await own.stripe.customers.create({});
    const made = await own.stripe.customers.createSource(customer, { source: "tok_visa" });
    await own.stripe.customers.updateSource(customer, made.id, { exp_month: "2", exp_year: String(year) });
    await forgetJobs(own, "cards.renew", "source.expires");
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

/** A card that runs out in February, unless it says otherwise, typed in a browser and kept by a customer. */
async function anAttachedCard(
  own: ApiWorld,
  { customer, ...given }: { customer: string; number?: string; exp_month?: number; exp_year?: number },
): Promise<Stripe.PaymentMethod> {
  const card = { number: "4242424242424242", exp_month: 2, exp_year: year, cvc: "123", ...given };
  const made = await rawRequest(own, {
    method: "POST",
    path: "/v1/payment_methods",
    headers: { Authorization: `Bearer ${await aKey(own, "publishable")}` },
    body: new URLSearchParams([
      ["type", "card"],
      ...Object.entries(card).map(([name, value]) => [`card[${name}]`, String(value)]),
    ]).toString(),
  });
  return own.stripe.paymentMethods.attach(String(made.body.id), { customer });
}

function thisMonth() {
  const now = new Date();
  const [expYear, month] = [now.getUTCFullYear(), now.getUTCMonth()];
  return { expMonth: month + 1, expYear, endsAt: Date.UTC(expYear, month + 1) };
}

/** As if cards had been there before anybody saw to what is to come of them. */
async function forgetJobs({ environment }: ApiWorld, ...kinds: string[]): Promise<void> {
  await globalTransaction(async (db) => {
    await db.delete(jobs).where(and(eq(jobs.environmentId, environment.id), inArray(jobs.kind, kinds)));
    await db.delete(fillings).where(eq(fillings.environmentId, environment.id));
  });
}

/** The test clock, or null, that each renewal to come follows. */
async function waitingRenewals({ environment }: ApiWorld): Promise<(string | null)[]> {
  const { db } = await globalReader();
  const rows = await db
    .select({ clockId: jobs.clockId })
    .from(jobs)
    .where(and(eq(jobs.environmentId, environment.id), eq(jobs.kind, "cards.renew")));
  return rows.map(({ clockId }) => clockId);
}
