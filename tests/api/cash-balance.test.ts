import type Stripe from "stripe";
import { beforeAll, describe, expect, test } from "vitest";
import { runDueJobs } from "#lib/jobs/run-due";
import { getPaymentStory } from "#lib/payments/payment-story";
import { timelineOf } from "#lib/payments/timeline";
import { anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { askByTransfer, cashOf as usdOf, sendAhead } from "#tests/support/sent-ahead";

let world: ApiWorld;
let stripe: Stripe;
beforeAll(async () => {
  world = await anApiWorld({ country: "US", currency: "usd" });
  stripe = world.stripe;
});

async function aCustomer(mode?: "manual"): Promise<string> {
  const settings = mode && { cash_balance: { settings: { reconciliation_mode: mode } } };
  return (await stripe.customers.create({ ...settings })).id;
}

const ask = (customer: string, amount: number, change?: Partial<Stripe.PaymentIntentCreateParams>) =>
  askByTransfer(stripe, customer, amount, change);
const send = (customer: string, amount: number, reference?: string) =>
  sendAhead(stripe, customer, amount, reference);
const cashOf = (customer: string) => usdOf(stripe, customer);

async function lastEvent(type: string) {
  return (await stripe.events.list({ type, limit: 1 })).data[0];
}

describe("what a customer sends ahead", () => {
  test("is theirs, entry by entry, until it is spent", async () => {
    const customer = await aCustomer();
    expect(await stripe.customers.retrieveCashBalance(customer)).toMatchObject({
      object: "cash_balance",
      available: null,
      customer,
      settings: { reconciliation_mode: "automatic", using_merchant_default: true },
    });
    const funded = await send(customer, 4000, "order 6735");
    expect(funded).toMatchObject({
      object: "customer_cash_balance_transaction",
      type: "funded",
      net_amount: 4000,
      ending_balance: 4000,
      funded: { bank_transfer: { type: "us_bank_transfer", reference: "order 6735" } },
    });
    expect((await lastEvent("cash_balance.funds_available"))?.data.object).toMatchObject({
      customer,
      available: { usd: 4000 },
    });
    const paid = await ask(customer, 1500, { expand: ["latest_charge.balance_transaction"] });
    expect(paid).toMatchObject({
      status: "succeeded",
      amount_received: 1500,
      latest_charge: {
        payment_method_details: { type: "customer_balance", customer_balance: {} },
        balance_transaction: { amount: 1500, fee: 8, net: 1492, status: "available", type: "payment" },
      },
    });
    const { data } = await stripe.customers.listCashBalanceTransactions(customer);
    expect(data.map(({ type, net_amount, ending_balance }) => [type, net_amount, ending_balance])).toEqual([
      ["applied_to_payment", -1500, 2500],
      ["funded", 4000, 4000],
    ]);
    const entry = await stripe.customers.retrieveCashBalanceTransaction(customer, String(data[0]?.id), {
      expand: ["applied_to_payment.payment_intent"],
    });
    expect(entry.applied_to_payment?.payment_intent).toMatchObject({ id: paid.id });
    await expect(stripe.customers.del(customer)).rejects.toMatchObject({ statusCode: 400 });
    const whole = await stripe.customers.retrieve(customer, { expand: ["cash_balance"] });
    expect(whole).toMatchObject({ cash_balance: { available: { usd: 2500 } } });
  });

  test("comes back to them by a refund", async () => {
    const customer = await aCustomer();
    await send(customer, 2000);
    const { id } = await ask(customer, 2000);
    const refund = await stripe.refunds.create({ payment_intent: id, amount: 500 });
    expect(refund).toMatchObject({
      status: "succeeded",
      destination_details: { type: "customer_cash_balance" },
    });
    expect(await cashOf(customer)).toBe(500);
    const { data } = await stripe.customers.listCashBalanceTransactions(customer, { limit: 1 });
    expect(data[0]).toMatchObject({
      type: "refunded_from_payment",
      refunded_from_payment: { refund: refund.id },
    });
  });
});

describe("a payment by bank transfer", () => {
  test("says where to send what, is funded in part, and then paid", async () => {
    const customer = await aCustomer();
    const payment = await ask(customer, 3000);
    expect(payment).toMatchObject({
      status: "requires_action",
      payment_method_options: { customer_balance: { funding_type: "bank_transfer" } },
      next_action: {
        type: "display_bank_transfer_instructions",
        display_bank_transfer_instructions: {
          amount_remaining: 3000,
          currency: "usd",
          type: "us_bank_transfer",
          reference: expect.stringMatching(/^[0-9A-F]{12}$/),
        },
      },
    });
    const addresses = payment.next_action?.display_bank_transfer_instructions?.financial_addresses;
    expect(addresses?.map(({ type }) => type)).toEqual(["aba", "swift"]);
    await send(customer, 1000);
    expect((await lastEvent("payment_intent.partially_funded"))?.data.object).toMatchObject({
      id: payment.id,
      next_action: { display_bank_transfer_instructions: { amount_remaining: 2000 } },
    });
    await send(customer, 2500);
    expect(await stripe.paymentIntents.retrieve(payment.id)).toMatchObject({
      status: "succeeded",
      amount_received: 3000,
      next_action: null,
    });
    const story = timelineOf(await getPaymentStory(world.viewer, payment.id));
    expect(story.map(({ kind }) => kind)).toEqual(["succeeded", "partly_sent", "transfer_asked", "created"]);
    expect(await cashOf(customer)).toBe(500);
  });

  test("is paid by the transfer that names it, or fits it, before older ones", async () => {
    const customer = await aCustomer();
    const [oldest, fitting, named] = [
      await ask(customer, 900),
      await ask(customer, 700),
      await ask(customer, 500),
    ];
    await send(customer, 700);
    const reference = named.next_action?.display_bank_transfer_instructions?.reference;
    await send(customer, 500, `Invoice ${reference} thanks`);
    const states = [];
    for (const { id } of [oldest, fitting, named]) {
      states.push((await stripe.paymentIntents.retrieve(id)).status);
    }
    expect(states).toEqual(["requires_action", "succeeded", "succeeded"]);
  });

  test("gives back what it took when it is canceled, which then pays the next", async () => {
    const customer = await aCustomer();
    const first = await ask(customer, 2000);
    await send(customer, 800);
    const second = await ask(customer, 600);
    await stripe.paymentIntents.cancel(first.id);
    expect(await cashOf(customer)).toBe(800);
    await runDueJobs(world.environment, Date.now());
    expect((await stripe.paymentIntents.retrieve(second.id)).status).toBe("succeeded");
    expect(await cashOf(customer)).toBe(200);
    const { data } = await stripe.customers.listCashBalanceTransactions(customer);
    expect(data.map(({ type }) => type)).toEqual([
      "applied_to_payment",
      "unapplied_from_payment",
      "applied_to_payment",
      "funded",
    ]);
  });

  test("paid otherwise gives it back too", async () => {
    const customer = await aCustomer();
    const payment = await ask(customer, 2000, { allowed_payment_method_types: ["customer_balance", "card"] });
    await send(customer, 800);
    const paid = await stripe.paymentIntents.confirm(payment.id, { payment_method: "pm_card_visa" });
    expect(paid.status).toBe("succeeded");
    expect(await cashOf(customer)).toBe(800);
  });

  test("waits for the business to say so, where it reconciles itself", async () => {
    const customer = await aCustomer("manual");
    await send(customer, 5000);
    const payment = await ask(customer, 3000);
    expect(payment.status).toBe("requires_action");
    const part = await stripe.paymentIntents.applyCustomerBalance(payment.id, {
      amount: 1000,
      currency: "usd",
    });
    expect(part.status).toBe("requires_action");
    await expect(
      stripe.paymentIntents.applyCustomerBalance(payment.id, { amount: 2001 }),
    ).rejects.toMatchObject({ code: "amount_too_large" });
    expect((await stripe.paymentIntents.applyCustomerBalance(payment.id)).status).toBe("succeeded");
    expect(await cashOf(customer)).toBe(2000);
    const after = await stripe.customers.updateCashBalance(customer, {
      settings: { reconciliation_mode: "merchant_default" },
    });
    expect(after.settings).toEqual({ reconciliation_mode: "automatic", using_merchant_default: true });
  });

  test.each([
    [{ customer: undefined }, { param: "customer" }],
    [{ capture_method: "manual" }, { param: "capture_method" }],
    [{ setup_future_usage: "off_session" }, { param: "setup_future_usage" }],
    [{ currency: "eur" }, { param: "payment_method_options[customer_balance][bank_transfer][type]" }],
    [{ currency: "chf" }, { param: "payment_method_types" }],
    [{ payment_method_options: {} }, { code: "insufficient_funds" }],
  ] as const)("with %j is refused", async (change, error) => {
    await expect(ask(await aCustomer(), 1000, change)).rejects.toMatchObject({ statusCode: 400, ...error });
  });

  test("cannot be changed while its customer may be sending", async () => {
    const { id } = await ask(await aCustomer(), 1000);
    await expect(stripe.paymentIntents.update(id, { amount: 900 })).rejects.toMatchObject({
      param: "amount",
    });
    await expect(stripe.paymentIntents.applyCustomerBalance(id, { currency: "eur" })).rejects.toMatchObject({
      param: "currency",
    });
    await expect(stripe.paymentIntents.applyCustomerBalance(id)).rejects.toMatchObject({
      code: "insufficient_funds",
    });
  });
});

test.each([
  ["usd", "us_bank_transfer", ["aba", "swift"]],
  ["eur", "eu_bank_transfer", ["iban"]],
  ["gbp", "gb_bank_transfer", ["sort_code"]],
  ["jpy", "jp_bank_transfer", ["zengin"]],
  ["mxn", "mx_bank_transfer", ["spei"]],
] as const)("where a customer sends %s ahead to is theirs alone", async (currency, type, kinds) => {
  const of = (customer: string) =>
    stripe.customers.createFundingInstructions(customer, {
      currency,
      funding_type: "bank_transfer",
      bank_transfer: { type, ...(currency === "eur" && { eu_bank_transfer: { country: "FR" } }) },
    });
  const customer = await aCustomer();
  const { bank_transfer: told } = await of(customer);
  expect(told.financial_addresses.map((address) => address.type)).toEqual(kinds);
  expect((await of(customer)).bank_transfer).toEqual(told);
  expect((await of(await aCustomer())).bank_transfer).not.toEqual(told);
});

test("another business's customer has no cash balance here", async () => {
  const other = await anApiWorld();
  const customer = await aCustomer();
  await expect(other.stripe.customers.retrieveCashBalance(customer)).rejects.toMatchObject({
    statusCode: 404,
  });
  await expect(
    other.stripe.testHelpers.customers.fundCashBalance(customer, { amount: 1, currency: "usd" }),
  ).rejects.toMatchObject({ statusCode: 404 });
});
