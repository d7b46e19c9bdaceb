import { eq } from "drizzle-orm";
import type Stripe from "stripe";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cashReturns, cashTransactions, customers, events, operations } from "#db/schema/index";
import { reader } from "#db/transaction";
import { addBusinessDays } from "#lib/business-days";
import { applyCustomerCash } from "#lib/cash/apply-customer-cash";
import { returnCash } from "#lib/cash/return-cash";
import { waitingPayments } from "#lib/cash/waiting";
import { eraseCustomer } from "#lib/customers/erase/erase-customer";
import { mergeCustomers } from "#lib/customers/merge/merge-customers";
import { runDueJobs } from "#lib/jobs/run-due";
import { verifyAll } from "#lib/verify/verify-all";
import { anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { mailsOf } from "#tests/support/mails";
import { askByTransfer, cashOf, sendAhead } from "#tests/support/sent-ahead";

let world: ApiWorld;
let stripe: Stripe;
beforeAll(async () => {
  world = await anApiWorld({ country: "US", currency: "usd" });
  stripe = world.stripe;
});
afterAll(async () => expect((await verifyAll()).problems).toEqual([]));

async function aCustomerWith(amount: number): Promise<string> {
  const { id } = await stripe.customers.create({});
  await sendAhead(stripe, id, amount);
  return id;
}

const sendBack = (customer: string, amount: number, change: Partial<Stripe.RefundCreateParams> = {}) =>
  stripe.refunds.create({ origin: "customer_balance", customer, amount, currency: "usd", ...change });

describe("money that a customer sent ahead", () => {
  test("goes back to their bank, and arrives there on the next business day", async () => {
    const customer = await aCustomerWith(4000);
    const refund = await sendBack(customer, 1500, {
      reason: "requested_by_customer",
      instructions_email: "jenny@example.com",
      metadata: { case: "6735" },
    });
    expect(refund).toMatchObject({
      object: "refund",
      status: "pending",
      pending_reason: "processing",
      amount: 1500,
      currency: "usd",
      customer,
      charge: null,
      payment_intent: null,
      balance_transaction: null,
      reason: "requested_by_customer",
      metadata: { case: "6735" },
      destination_details: { type: "us_bank_transfer", us_bank_transfer: { reference_status: "pending" } },
    });
    expect(await cashOf(stripe, customer)).toBe(2500);
    const { data } = await stripe.customers.listCashBalanceTransactions(customer, { limit: 1 });
    expect(data[0]).toMatchObject({ type: "return_initiated", net_amount: -1500, ending_balance: 2500 });
    await runDueJobs(world.environment, addBusinessDays(Date.now(), 1));
    const arrived = await stripe.refunds.retrieve(refund.id, { expand: ["customer"] });
    expect(arrived).toMatchObject({
      status: "succeeded",
      customer: { id: customer },
      destination_details: { us_bank_transfer: { reference_status: "available" } },
    });
    const told = await stripe.events.list({ type: "refund.updated", limit: 1 });
    expect(told.data[0]?.data).toMatchObject({
      object: { id: refund.id, status: "succeeded" },
      previous_attributes: { status: "pending" },
    });
  });

  test("is not sent back where it is not there", async () => {
    const customer = await aCustomerWith(1000);
    await askByTransfer(stripe, customer, 800);
    await expect(sendBack(customer, 201)).rejects.toMatchObject({
      statusCode: 400,
      code: "cash_balance_insufficient",
      param: "amount",
      // Whoever sends money back need not see how much there is.
      message: "The customer's cash balance does not cover this amount.",
    });
    await expect(sendBack(customer, 100, { currency: "eur" })).rejects.toMatchObject({ param: "amount" });
    await sendBack(customer, 200);
    expect(await cashOf(stripe, customer)).toBe(0);
    await expect(stripe.customers.del(customer)).rejects.toMatchObject({ code: "customer_has_cash_balance" });
    await runDueJobs(world.environment, addBusinessDays(Date.now(), 1));
    expect(await stripe.customers.del(customer)).toMatchObject({ deleted: true });
  });

  test("is sent back once for each idempotency key", async () => {
    const customer = await aCustomerWith(1000);
    const params = { origin: "customer_balance", customer, amount: 300, currency: "usd" } as const;
    const first = await stripe.refunds.create(params, { idempotencyKey: "return-once" });
    const again = await stripe.refunds.create(params, { idempotencyKey: "return-once" });
    expect(again.id).toBe(first.id);
    expect(await cashOf(stripe, customer)).toBe(700);
  });

  test.each([
    [{ customer: "cus_nobody" }, { statusCode: 404, param: "customer" }],
    [{ amount: undefined }, { code: "parameter_missing", param: "amount" }],
    [{ currency: undefined }, { code: "parameter_missing", param: "currency" }],
    [{ customer: undefined }, { code: "parameter_missing", param: "customer" }],
    [{ charge: "ch_1" }, { param: "charge" }],
    [{ origin: undefined }, { param: "customer" }],
  ])("is not sent back with %j", async (change, error) => {
    const customer = await aCustomerWith(1000);
    await expect(sendBack(customer, 100, change)).rejects.toMatchObject(error);
  });

  test("stays where it is for whoever may not refund, and for another account", async () => {
    const customer = await aCustomerWith(1000);
    const asked = { customerId: customer, amount: 100, currency: "usd" };
    const reading = { ...world.viewer, permissions: new Set(["customers:read", "payments:read"] as const) };
    await expect(returnCash(reading, asked)).rejects.toMatchObject({ facts: { status: 403 } });
    const other = await anApiWorld({ country: "US", currency: "usd" });
    await expect(returnCash(other.viewer, asked)).rejects.toMatchObject({ facts: { status: 404 } });
    const { id } = await sendBack(customer, 100);
    await expect(other.stripe.refunds.retrieve(id)).rejects.toMatchObject({ statusCode: 404 });
  });
});

test("what waits for a customer's transfers is told with what is there for it", async () => {
  const { id } = await stripe.customers.create({
    cash_balance: { settings: { reconciliation_mode: "manual" } },
  });
  await askByTransfer(stripe, id, 900);
  await sendAhead(stripe, id, 1200);
  const second = await askByTransfer(stripe, id, 2000, { confirm: false });
  expect(second.status).toBe("requires_confirmation");
  const waiting = await waitingPayments(world.viewer, id);
  expect(waiting.map(({ lacks, there }) => [lacks, there])).toEqual([[900, 900]]);
  await applyCustomerCash(world.viewer, { paymentId: String(waiting[0]?.payment.id) });
  expect(await waitingPayments(world.viewer, id)).toEqual([]);
  expect(await cashOf(stripe, id)).toBe(300);
  const blind = { ...world.viewer, permissions: new Set(["customers:read"] as const) };
  await expect(waitingPayments(blind, id)).rejects.toMatchObject({ facts: { status: 403 } });
});

describe("a refund of a cash balance", () => {
  test("is listed with refunds of payments, newest first, page by page both ways", async () => {
    const { stripe } = await anApiWorld({ country: "US", currency: "usd" });
    const { id: customer } = await stripe.customers.create({});
    await sendAhead(stripe, customer, 5000);
    const { id: payment } = await askByTransfer(stripe, customer, 1000);
    const back = { origin: "customer_balance", customer, amount: 100, currency: "usd" } as const;
    const made = [];
    for (const params of [back, { payment_intent: payment, amount: 50 }, back, back]) {
      made.unshift((await stripe.refunds.create(params)).id);
    }
    const idsOf = ({ data }: Stripe.ApiList<Stripe.Refund>) => data.map(({ id }) => id);
    const first = await stripe.refunds.list({ limit: 2 });
    expect([idsOf(first), first.has_more]).toEqual([made.slice(0, 2), true]);
    const rest = await stripe.refunds.list({ limit: 2, starting_after: String(made[1]) });
    expect([idsOf(rest), rest.has_more]).toEqual([made.slice(2), false]);
    const before = await stripe.refunds.list({ limit: 2, ending_before: String(made[3]) });
    expect([idsOf(before), before.has_more]).toEqual([made.slice(1, 3), true]);
    expect(idsOf(await stripe.refunds.list({ payment_intent: payment }))).toEqual([made[2]]);
  });

  test("takes metadata, and is not taken back", async () => {
    const { id } = await sendBack(await aCustomerWith(1000), 100);
    expect(await stripe.refunds.update(id, { metadata: { case: "1" } })).toMatchObject({
      metadata: { case: "1" },
    });
    await expect(stripe.refunds.cancel(id)).rejects.toMatchObject({ code: "refund_not_cancelable" });
  });

  test("forgets what was written beside it with its customer, and with whom that one became part of", async () => {
    const { viewer, stripe, environment } = await anApiWorld({ country: "US", currency: "usd" });
    const { id: intoId } = await stripe.customers.create({ email: "Jenny@example.com" });
    const { id: fromId } = await stripe.customers.create({
      email: "Jenny.bank_unknown@example.com",
      description: "Jenny of Lyon",
      invoice_settings: { footer: "For Jenny" },
    });
    const returned = [];
    for (const [customer, at] of [
      [intoId, { instructions_email: "Jenny@home.example.com" }],
      [fromId, {}],
    ] as const) {
      await sendAhead(stripe, customer, 100, "Jenny's rent");
      const metadata = { name: "Jenny Rosen" };
      const back = { origin: "customer_balance", customer, amount: 100, currency: "usd", metadata } as const;
      returned.push((await stripe.refunds.create({ ...back, ...at })).id);
    }
    await mergeCustomers(viewer, { intoId, fromId });
    await expect(eraseCustomer(viewer, intoId)).rejects.toThrow();
    await runDueJobs(environment, addBusinessDays(Date.now(), 2));
    await eraseCustomer(viewer, intoId);
    await runDueJobs(environment, Date.now());
    const { db, environmentId } = await reader(viewer);
    for (const table of [customers, cashReturns, cashTransactions, events, operations]) {
      const rows = await db.select().from(table).where(eq(table.environmentId, environmentId));
      expect(rows.length).toBeGreaterThan(1);
      expect(JSON.stringify(rows)).not.toContain("Jenny");
    }
    const letters = await mailsOf({ viewer });
    expect(letters.map(({ kind, to, text }) => [kind, to, text])).toEqual([["bank_details", "", ""]]);
    for (const id of returned) expect((await stripe.refunds.retrieve(id)).metadata).toEqual({});
  });
});

describe("what comes at once", () => {
  const refused = { statusCode: 400, code: "cash_balance_insufficient", param: "amount" };

  test("is sent back once, of two that ask for all of it", async () => {
    const customer = await aCustomerWith(1000);
    const [sent, not] = ended(await Promise.allSettled([1, 2].map(() => sendBack(customer, 1000))));
    expect([sent.length, not]).toEqual([1, [expect.objectContaining(refused)]]);
    expect(await cashOf(stripe, customer)).toBe(0);
    const { data } = await stripe.customers.listCashBalanceTransactions(customer);
    expect(data.map(({ net_amount }) => net_amount)).toEqual([-1000, 1000]);
    expect((await verifyAll()).problems).toEqual([]);
  });

  test("is sent back or pays what waits for it, never both", async () => {
    const { id: customer } = await stripe.customers.create({
      cash_balance: { settings: { reconciliation_mode: "manual" } },
    });
    const { id: payment } = await askByTransfer(stripe, customer, 1000);
    await sendAhead(stripe, customer, 1000);
    const apply = () => stripe.paymentIntents.applyCustomerBalance(payment, { amount: 1000 });
    const [went, not] = ended<unknown>(await Promise.allSettled([sendBack(customer, 1000), apply()]));
    expect([went.length, not.length]).toEqual([1, 1]);
    expect(await cashOf(stripe, customer)).toBe(0);
    const { data } = await stripe.customers.listCashBalanceTransactions(customer);
    expect(data.map(({ net_amount }) => net_amount)).toEqual([-1000, 1000]);
    const paid = data[0]?.type === "applied_to_payment";
    const { status, amount_received } = await stripe.paymentIntents.retrieve(payment);
    expect([status, amount_received]).toEqual(paid ? ["succeeded", 1000] : ["requires_action", 0]);
    expect((await verifyAll()).problems).toEqual([]);
  });

  test("is sent back once for one idempotency key", async () => {
    const customer = await aCustomerWith(1000);
    const asked = { origin: "customer_balance", customer, amount: 300, currency: "usd" } as const;
    const send = () => stripe.refunds.create(asked, { idempotencyKey: "return-at-once" });
    const [sent, not] = ended(await Promise.allSettled([send(), send()]));
    expect(new Set(sent.map(({ id }) => id)).size).toBe(1);
    for (const reason of not) expect(reason).toMatchObject({ code: "idempotency_key_in_use" });
    expect(await cashOf(stripe, customer)).toBe(700);
  });
});

function ended<T>(outcomes: PromiseSettledResult<T>[]): [T[], unknown[]] {
  return [
    outcomes.flatMap((outcome) => (outcome.status === "fulfilled" ? [outcome.value] : [])),
    outcomes.flatMap((outcome): unknown[] => (outcome.status === "rejected" ? [outcome.reason] : [])),
  ];
}
