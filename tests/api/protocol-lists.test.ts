import type Stripe from "stripe";
import { beforeAll, describe, expect, test } from "vitest";
import { aClient, aKey, anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { rawRequest } from "#tests/support/raw-request";

let world: ApiWorld;
/** Newest first. */
const ids: string[] = [];

beforeAll(async () => {
  world = await anApiWorld();
  for (let at = 0; at < 25; at++)
    ids.unshift((await world.stripe.customers.create({ name: `Customer ${at}` })).id);
});

const idsOf = (list: { data: { id: string }[] }) => list.data.map(({ id }) => id);

describe("pages", () => {
  test("ten without a limit, newest first", async () => {
    const page = await world.stripe.customers.list();
    expect(page).toMatchObject({ object: "list", has_more: true, url: "/v1/customers" });
    expect(idsOf(page)).toEqual(ids.slice(0, 10));
  });

  test("the official client goes through all of them by itself", async () => {
    const found: string[] = [];
    for await (const { id } of world.stripe.customers.list({ limit: 4 })) found.push(id);
    expect(found).toEqual(ids);
  });

  test("backwards, too", async () => {
    const found: string[] = [];
    for await (const { id } of world.stripe.customers.list({ limit: 4, ending_before: ids[24] }))
      found.push(id);
    expect(found).toEqual(ids.slice(0, 24).reverse());
  });

  test("what lies before an object is the nearest, still newest first", async () => {
    const page = await world.stripe.customers.list({ limit: 3, ending_before: ids[10] });
    expect(idsOf(page)).toEqual(ids.slice(7, 10));
    expect(page.has_more).toBe(true);
    expect((await world.stripe.customers.list({ limit: 3, ending_before: ids[2] })).has_more).toBe(false);
  });

  test("the last page says that it is the last", async () => {
    const page = await world.stripe.customers.list({ limit: 5, starting_after: ids[19] });
    expect(idsOf(page)).toEqual(ids.slice(20));
    expect(page.has_more).toBe(false);
  });

  test("a page keeps its place while others are added in front", async () => {
    const { data } = await world.stripe.customers.list({ limit: 2, created: { lte: 4_000_000_000 } });
    const next = await world.stripe.customers.list({ limit: 2, starting_after: data[1]?.id });
    expect(idsOf(next)).toEqual(ids.slice(2, 4));
  });

  test("both directions at once are refused", async () => {
    await expect(
      world.stripe.customers.list({ starting_after: ids[3], ending_before: ids[1] }),
    ).rejects.toMatchObject({ statusCode: 400, param: "ending_before" });
  });

  test.each(["/v1/tax_codes?", "/v1/events?delivery_success=false&", "/v1/radar/value_lists?"])(
    "both directions at once are refused of %s",
    async (path) => {
      const refused = await rawRequest(world, {
        path: `${path}starting_after=a&ending_before=b`,
        headers: { Authorization: `Bearer ${world.key}` },
      });
      expect(refused).toMatchObject({ status: 400, error: { param: "ending_before" } });
    },
  );

  test("a cursor that does not exist is named, another business's too", async () => {
    const other = await anApiWorld();
    for (const id of ["cus_nobody", ids[0]]) {
      await expect(other.stripe.customers.list({ starting_after: id })).rejects.toMatchObject({
        statusCode: 404,
        code: "resource_missing",
        param: "starting_after",
        message: `No such customer: '${id}'`,
      });
    }
  });
});

describe("created", () => {
  test("bounds are in seconds; gt and gte, lt and lte differ by one", async () => {
    const created = (await world.stripe.customers.list({ limit: 1 })).data[0]?.created ?? 0;
    const count = async (range: Stripe.RangeQueryParam | number) =>
      (await world.stripe.customers.list({ limit: 100, created: range })).data.length;
    expect(await count({ gte: created - 3600, lte: created })).toBe(25);
    expect(await count({ gt: created })).toBe(0);
    expect(await count({ lt: created - 3600 })).toBe(0);
    expect(await count(created)).toBe(await count({ gte: created, lt: created + 1 }));
    expect(await count({ gt: created - 1, lt: created + 1 })).toBe(await count(created));
  });
});

describe("expand", () => {
  let paid: Stripe.PaymentIntent;

  beforeAll(async () => {
    paid = await world.stripe.paymentIntents.create({
      amount: 4200,
      currency: "eur",
      customer: ids[0],
      payment_method: "pm_card_visa",
      confirm: true,
      automatic_payment_methods: { enabled: true, allow_redirects: "never" },
    });
  });

  const retrieve = (...expand: string[]) => world.stripe.paymentIntents.retrieve(paid.id, { expand });

  test("without it there are ids", async () => {
    const payment = await retrieve();
    expect(payment).toMatchObject({ customer: ids[0], latest_charge: expect.stringMatching(/^ch_/) });
  });

  test("several at once, and one inside the other", async () => {
    const payment = await retrieve("customer", "latest_charge.balance_transaction", "latest_charge.customer");
    expect(payment.customer).toMatchObject({ object: "customer", id: ids[0] });
    expect(payment.latest_charge).toMatchObject({
      object: "charge",
      balance_transaction: { object: "balance_transaction", amount: 4200 },
      customer: { id: ids[0] },
    });
  });

  test("the same object may stand expanded in one place and as an id in another", async () => {
    const payment = await retrieve("latest_charge.payment_intent");
    expect(payment.latest_charge).toMatchObject({
      payment_intent: { id: paid.id, latest_charge: expect.any(String) },
    });
  });

  test("in each element of a list", async () => {
    const list = await world.stripe.paymentIntents.list({ expand: ["data.customer"] });
    expect(list.data[0]?.customer).toMatchObject({ id: ids[0] });
  });

  test("in the answer of a change", async () => {
    const refund = await world.stripe.refunds.create({
      payment_intent: paid.id,
      amount: 200,
      expand: ["charge"],
    });
    expect(refund.charge).toMatchObject({ object: "charge", amount_refunded: 200 });
  });

  test("what is null stays null", async () => {
    const payment = await world.stripe.paymentIntents.create({
      amount: 100,
      currency: "eur",
      expand: ["customer"],
    });
    expect(payment.customer).toBeNull();
  });

  test.each(["metadata", "amount", "nonsense", "customer.email", "latest_charge.nonsense"])(
    "%s cannot be expanded",
    async (path) => {
      const property = path.split(".").at(-1);
      await expect(retrieve(path)).rejects.toMatchObject({
        statusCode: 400,
        message: `This property cannot be expanded (${property}).`,
      });
    },
  );

  test("in a list the right path is suggested", async () => {
    await expect(world.stripe.paymentIntents.list({ expand: ["customer"] })).rejects.toMatchObject({
      message:
        "This property cannot be expanded (customer). You may want to try expanding 'data.customer' instead.",
    });
  });

  test("no list is counted", async () => {
    await expect(world.stripe.paymentIntents.list({ expand: ["total_count"] })).rejects.toMatchObject({
      statusCode: 400,
      code: "property_forbidden",
      param: "expand",
    });
  });

  test("what the key may not read is not read through it", async () => {
    const client = aClient(world, await aKey(world, "restricted", ["payments:read"]));
    await expect(client.paymentIntents.retrieve(paid.id, { expand: ["customer"] })).rejects.toMatchObject({
      statusCode: 403,
    });
    await expect(
      client.paymentIntents.retrieve(paid.id, { expand: ["latest_charge.balance_transaction"] }),
    ).rejects.toMatchObject({ statusCode: 403 });
  });

  test("a deleted object says so, and has nothing to expand", async () => {
    const customer = await world.stripe.customers.create({ name: "Gone" });
    expect(await world.stripe.customers.del(customer.id)).toMatchObject({ id: customer.id, deleted: true });
    expect(await world.stripe.customers.retrieve(customer.id)).toMatchObject({
      id: customer.id,
      deleted: true,
    });
    const answer = await rawRequest(world, {
      path: `/v1/customers/${customer.id}?expand[]=default_source`,
      headers: { Authorization: `Bearer ${world.key}` },
    });
    expect(answer.body).toMatchObject({ deleted: true });
  });
});
