import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { update } from "#db/rows";
import { charges, paymentIntents } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { eraseCustomer } from "#lib/customers/erase/erase-customer";
import { previewErasure } from "#lib/customers/erase/preview-erasure";
import { mergeCustomers } from "#lib/customers/merge/merge-customers";
import { runDueJobs } from "#lib/jobs/run-due";
import { fundRefunds } from "#lib/refunds/fund-refunds";
import { verifyAll } from "#lib/verify/verify-all";
import { anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { askByTransfer, cardToo, cashOf, sendAhead } from "#tests/support/sent-ahead";

let world: ApiWorld;
let stripe: Stripe;
beforeAll(async () => {
  world = await anApiWorld({ country: "US", currency: "usd" });
  stripe = world.stripe;
});
afterAll(async () => expect((await verifyAll()).problems).toEqual([]));

const aCustomer = async (test_clock?: string) => (await stripe.customers.create({ test_clock })).id;
const passTime = () => runDueJobs(world.environment, Date.now());
const statusOf = async (id: string) => (await stripe.paymentIntents.retrieve(id)).status;

const elsewhere = {
  bank_transfer: { type: "us_bank_transfer", requested_address_types: ["swift"] },
} satisfies Stripe.PaymentIntentUpdateParams.PaymentMethodOptions.CustomerBalance;

describe("a payment that waits for a transfer", () => {
  test.each([
    [{ capture_method: "manual" }, "capture_method"],
    [{ payment_method: "pm_card_visa" }, "payment_method"],
    [{ payment_method_data: { type: "customer_balance" } }, "payment_method"],
    [{ setup_future_usage: "off_session" }, "setup_future_usage"],
    [{ allowed_payment_method_types: ["card"] }, "payment_method_types"],
    [{ payment_method_options: { customer_balance: elsewhere } }, "payment_method_options[customer_balance]"],
  ] as [Stripe.PaymentIntentUpdateParams, string][])(
    "is not turned by %j into one that no transfer pays",
    async (change, param) => {
      const customer = await aCustomer();
      const { id } = await askByTransfer(stripe, customer, 1000, cardToo);
      await expect(stripe.paymentIntents.update(id, change)).rejects.toMatchObject({
        statusCode: 400,
        param,
      });
      const { payment_method } = await stripe.paymentIntents.update(id, { description: "Soon" });
      await stripe.paymentIntents.update(id, { payment_method: String(payment_method) });
      await sendAhead(stripe, customer, 1000);
      expect(await stripe.paymentIntents.retrieve(id)).toMatchObject({
        status: "succeeded",
        amount_received: 1000,
        description: "Soon",
      });
    },
  );

  test("frees what it took for the others, where it is paid otherwise", async () => {
    const customer = await aCustomer();
    const first = await askByTransfer(stripe, customer, 2000, cardToo);
    await sendAhead(stripe, customer, 800);
    const second = await askByTransfer(stripe, customer, 600);
    await stripe.paymentIntents.confirm(first.id, { payment_method: "pm_card_visa" });
    await passTime();
    expect(await statusOf(second.id)).toBe("succeeded");
    expect(await cashOf(stripe, customer)).toBe(200);
  });

  test("is refused where it may not wait", async () => {
    const customer = await aCustomer();
    const unwanted = askByTransfer(stripe, customer, 1000, { error_on_requires_action: true });
    await expect(unwanted).rejects.toMatchObject({ code: "payment_intent_action_required" });
    await sendAhead(stripe, customer, 1000);
    const paid = await askByTransfer(stripe, customer, 1000, { error_on_requires_action: true });
    expect(paid.status).toBe("succeeded");
  });

  test("is paid in the environment's time, also of a customer on a test clock", async () => {
    const ahead = Math.floor(Date.now() / 1000) + 90 * 24 * 3600;
    const { id: clock } = await stripe.testHelpers.testClocks.create({ frozen_time: ahead });
    const customer = await aCustomer(clock);
    const first = await askByTransfer(stripe, customer, 2000);
    await sendAhead(stripe, customer, 500);
    const [sent, freed] = [
      await askByTransfer(stripe, customer, 300),
      await askByTransfer(stripe, customer, 400),
    ];
    await sendAhead(stripe, customer, 300);
    await stripe.paymentIntents.cancel(first.id);
    await passTime();
    for (const { id } of [sent, freed]) {
      const { latest_charge } = await stripe.paymentIntents.retrieve(id, { expand: ["latest_charge"] });
      expect((latest_charge as Stripe.Charge).created).toBeLessThan(ahead);
    }
  });
});

describe("whoever sent money ahead", () => {
  test("goes once it is spent, and not while a payment has part of it", async () => {
    const customer = await aCustomer();
    const first = await askByTransfer(stripe, customer, 2000);
    await sendAhead(stripe, customer, 800);
    await expect(stripe.customers.del(customer)).rejects.toMatchObject({ code: "customer_has_cash_balance" });
    await stripe.paymentIntents.cancel(first.id);
    await expect(stripe.customers.del(customer)).rejects.toMatchObject({ code: "customer_has_cash_balance" });
    await askByTransfer(stripe, customer, 800);
    expect(await stripe.customers.del(customer)).toMatchObject({ deleted: true });
    expect(await passTime()).toMatchObject({ failed: 0 });
  });

  test("keeps whom they became part of, before a payment that has part of it follows", async () => {
    const [intoId, fromId] = [await aCustomer(), await aCustomer()];
    const { id } = await askByTransfer(stripe, fromId, 2000);
    await sendAhead(stripe, fromId, 800);
    await mergeCustomers(world.viewer, { intoId, fromId });
    await transaction(world.viewer, (tx) => update(tx, paymentIntents, id, { customerId: fromId }));
    await expect(stripe.customers.del(intoId)).rejects.toMatchObject({ code: "customer_has_cash_balance" });
    await stripe.paymentIntents.cancel(id);
    expect(await cashOf(stripe, intoId)).toBe(800);
    await transaction(world.viewer, (tx) => update(tx, paymentIntents, id, { customerId: intoId }));
  });

  test("has what a payment waits for paid by whom they became part of", async () => {
    const [intoId, fromId] = [await aCustomer(), await aCustomer()];
    const { id } = await askByTransfer(stripe, fromId, 2000);
    await sendAhead(stripe, fromId, 800);
    await mergeCustomers(world.viewer, { intoId, fromId });
    await sendAhead(stripe, intoId, 1200);
    await passTime();
    expect(await statusOf(id)).toBe("succeeded");
    expect(await cashOf(stripe, intoId)).toBe(0);
    await stripe.refunds.create({ payment_intent: id });
    expect(await cashOf(stripe, intoId)).toBe(2000);
  });

  test("is not erased before it is spent", async () => {
    const customer = await aCustomer();
    await sendAhead(stripe, customer, 800);
    expect(await previewErasure(world.viewer, customer)).toMatchObject({ obstacle: "cash" });
    await expect(eraseCustomer(world.viewer, customer)).rejects.toMatchObject({
      facts: { code: "erasure_cash" },
    });
    await askByTransfer(stripe, customer, 800);
    expect(await eraseCustomer(world.viewer, customer)).toMatchObject({ id: customer });
  });

  test("gets it back when their test clock is deleted, also what a payment took of it", async () => {
    const frozen_time = Math.floor(Date.now() / 1000);
    const { id: clock } = await stripe.testHelpers.testClocks.create({ frozen_time });
    const [waiting, rich] = [await aCustomer(clock), await aCustomer(clock)];
    const { id } = await askByTransfer(stripe, waiting, 2000);
    await sendAhead(stripe, waiting, 800);
    await sendAhead(stripe, rich, 500);
    await stripe.testHelpers.testClocks.del(clock);
    expect(await stripe.paymentIntents.retrieve(id)).toMatchObject({
      status: "requires_payment_method",
      next_action: null,
      last_payment_error: { code: "resource_missing" },
    });
    const told = await stripe.events.list({ type: "customer_cash_balance_transaction.created", limit: 3 });
    const entries = told.data.map(({ data }) => data.object as Stripe.CustomerCashBalanceTransaction);
    const returned = entries.filter(({ type }) => type === "return_initiated");
    expect(new Map(returned.map((entry) => [entry.customer, entry.net_amount]))).toEqual(
      new Map([
        [waiting, -800],
        [rich, -500],
      ]),
    );
    expect(entries.map(({ ending_balance }) => ending_balance).sort()).toEqual([0, 0, 800]);
  });

  test("is not charged any more once they are gone", async () => {
    const customer = await aCustomer();
    const { id } = await askByTransfer(stripe, customer, 1000, { confirm: false });
    await stripe.customers.del(customer);
    await expect(stripe.paymentIntents.confirm(id)).rejects.toMatchObject({ code: "resource_missing" });
    expect(await statusOf(id)).toBe("requires_payment_method");
    expect((await stripe.paymentIntents.cancel(id)).status).toBe("canceled");
  });
});

describe("a refund of what was sent ahead", () => {
  async function aPaid(customer: string): Promise<{ payment: string; charge: string }> {
    await sendAhead(stripe, customer, 1000);
    const { id, latest_charge } = await askByTransfer(stripe, customer, 1000);
    return { payment: id, charge: String(latest_charge) };
  }

  test("is refused when nobody is left to take it", async () => {
    const customer = await aCustomer();
    const { payment } = await aPaid(customer);
    await stripe.customers.del(customer);
    await expect(stripe.refunds.create({ payment_intent: payment })).rejects.toMatchObject({
      code: "charge_not_refundable",
    });
  });

  test("fails when whoever was to take it went while it waited for the balance", async () => {
    const other = await anApiWorld({ country: "US", currency: "usd" });
    const { id: customer } = await other.stripe.customers.create({});
    await sendAhead(other.stripe, customer, 1000);
    const { id: payment_intent } = await askByTransfer(other.stripe, customer, 1000);
    await other.stripe.payouts.create({ amount: 900, currency: "usd" });
    const refund = await other.stripe.refunds.create({ payment_intent });
    expect(refund).toMatchObject({ status: "pending", pending_reason: "insufficient_funds" });
    await other.stripe.customers.del(customer);
    const { id: payer } = await other.stripe.customers.create({});
    await sendAhead(other.stripe, payer, 5000);
    await askByTransfer(other.stripe, payer, 5000);
    await fundRefunds(other.viewer);
    expect(await other.stripe.refunds.retrieve(refund.id)).toMatchObject({
      status: "failed",
      failure_reason: "unknown",
    });
  });

  test("goes to whom its customer became part of, before the payment follows", async () => {
    const [intoId, fromId] = [await aCustomer(), await aCustomer()];
    const { payment, charge } = await aPaid(fromId);
    await mergeCustomers(world.viewer, { intoId, fromId });
    await transaction(world.viewer, (tx) => update(tx, charges, charge, { customerId: fromId }));
    await stripe.refunds.create({ payment_intent: payment });
    expect(await cashOf(stripe, intoId)).toBe(1000);
    await transaction(world.viewer, (tx) => update(tx, charges, charge, { customerId: intoId }));
  });
});
