import type Stripe from "stripe";
import { beforeAll, describe, expect, test } from "vitest";
import { anApiWorld } from "#tests/support/api-server";

let stripe: Stripe;
beforeAll(async () => {
  stripe = (await anApiWorld()).stripe;
});

describe("a customer's balance", () => {
  test("follows what is added to it, entry by entry", async () => {
    const customer = await stripe.customers.create({});
    const first = await stripe.customers.createBalanceTransaction(customer.id, {
      amount: -500,
      currency: "eur",
      description: "A present",
      metadata: { why: "sorry" },
    });
    expect({ ...first }).toEqual({
      id: expect.stringMatching(/^cbtxn_/),
      object: "customer_balance_transaction",
      amount: -500,
      checkout_session: null,
      created: expect.any(Number),
      credit_note: null,
      currency: "eur",
      customer: customer.id,
      customer_account: null,
      description: "A present",
      ending_balance: -500,
      invoice: null,
      livemode: false,
      metadata: { why: "sorry" },
      type: "adjustment",
    });
    const second = await stripe.customers.createBalanceTransaction(customer.id, {
      amount: 1200,
      currency: "EUR",
      expand: ["customer"],
    });
    expect(second).toMatchObject({ ending_balance: 700, customer: { id: customer.id, balance: 700 } });
    expect(await stripe.customers.retrieve(customer.id)).toMatchObject({ balance: 700, currency: "eur" });
    const [event] = (await stripe.events.list({ type: "customer.updated", limit: 1 })).data;
    expect(event?.data).toMatchObject({ object: { balance: 700 }, previous_attributes: { balance: -500 } });
  });

  test("set on the customer is entered too", async () => {
    const { id } = await stripe.customers.create({ balance: 300 });
    await stripe.customers.update(id, { balance: -200 });
    await stripe.customers.update(id, { balance: -200, name: "Same" });
    const { data } = await stripe.customers.listBalanceTransactions(id);
    expect(data.map(({ type, amount, ending_balance }) => [type, amount, ending_balance])).toEqual([
      ["adjustment", -500, -200],
      ["initial", 300, 300],
    ]);
  });

  test("is listed page by page, and what an entry says is changed, but not what it came to", async () => {
    const { id } = await stripe.customers.create({});
    const made: string[] = [];
    for (let amount = 1; amount <= 5; amount++) {
      made.push((await stripe.customers.createBalanceTransaction(id, { amount, currency: "eur" })).id);
    }
    const seen: string[] = [];
    for await (const entry of stripe.customers.listBalanceTransactions(id, { limit: 2 })) seen.push(entry.id);
    expect(seen).toEqual(made.toReversed());
    expect((await stripe.customers.listBalanceTransactions(id, { created: { lt: 1 } })).data).toEqual([]);
    expect((await stripe.customers.listBalanceTransactions(id, { invoice: "in_none" })).data).toEqual([]);

    const [entry = ""] = made;
    const told = await stripe.customers.updateBalanceTransaction(id, entry, {
      description: "Told",
      metadata: { a: "b" },
    });
    expect(told).toMatchObject({ description: "Told", metadata: { a: "b" }, amount: 1, ending_balance: 1 });
    expect(await stripe.customers.retrieveBalanceTransaction(id, entry)).toMatchObject({ ...told });
    const amount: object = { amount: 2 };
    await expect(stripe.customers.updateBalanceTransaction(id, entry, amount)).rejects.toMatchObject({
      code: "parameter_unknown",
      param: "amount",
    });
  });

  test("adds up when entries come all at once", async () => {
    const { id } = await stripe.customers.create({});
    const add = () => stripe.customers.createBalanceTransaction(id, { amount: 100, currency: "eur" });
    await Promise.all(Array.from({ length: 8 }, add));
    expect(await stripe.customers.retrieve(id)).toMatchObject({ balance: 800 });
    const { data } = await stripe.customers.listBalanceTransactions(id);
    expect(data.map((entry) => entry.ending_balance).toSorted((a, b) => a - b)).toEqual([
      100, 200, 300, 400, 500, 600, 700, 800,
    ]);
  });

  test("is added to once under the same key", async () => {
    const { id } = await stripe.customers.create({});
    const add = () =>
      stripe.customers.createBalanceTransaction(
        id,
        { amount: 100, currency: "eur" },
        { idempotencyKey: `once-${id}` },
      );
    expect((await add()).id).toBe((await add()).id);
    expect(await stripe.customers.retrieve(id)).toMatchObject({ balance: 100 });
  });

  test("is in one currency, of a customer and entry that are there", async () => {
    const one = await stripe.customers.create({ balance: 100 });
    const other = await stripe.customers.create({});
    const add = (id: string, params: Stripe.CustomerCreateBalanceTransactionParams) =>
      stripe.customers.createBalanceTransaction(id, params);
    await expect(add(one.id, { amount: 1, currency: "usd" })).rejects.toMatchObject({ param: "currency" });
    await expect(add(one.id, { amount: 0, currency: "eur" })).rejects.toMatchObject({ param: "amount" });
    await expect(add(one.id, { amount: 1, currency: "xyz" })).rejects.toMatchObject({ param: "currency" });
    await expect(add("cus_nobody", { amount: 1, currency: "eur" })).rejects.toMatchObject({
      code: "resource_missing",
    });
    const [entry] = (await stripe.customers.listBalanceTransactions(one.id)).data;
    await expect(
      stripe.customers.retrieveBalanceTransaction(other.id, entry?.id ?? ""),
    ).rejects.toMatchObject({ statusCode: 404, code: "resource_missing" });
  });
});
