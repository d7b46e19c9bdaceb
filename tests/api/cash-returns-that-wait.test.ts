import type Stripe from "stripe";
import { beforeAll, describe, expect, test } from "vitest";
import { reader } from "#db/transaction";
import { listHistory } from "#lib/audit/history";
import { addBusinessDays } from "#lib/business-days";
import { cancelCashReturn, whyNotTakenBack } from "#lib/cash/cancel-return";
import { getReturnDetail } from "#lib/cash/return-detail";
import { day } from "#lib/clock";
import { mergeCustomers } from "#lib/customers/merge/merge-customers";
import { runDueJobs } from "#lib/jobs/run-due";
import { verifyCash } from "#lib/verify/verify-cash";
import { anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { cashOf, sendAhead } from "#tests/support/sent-ahead";
import { aWorld } from "#tests/support/world";

let world: ApiWorld;
let stripe: Stripe;

beforeAll(async () => {
  world = await anApiWorld({ country: "US", currency: "usd" });
  ({ stripe } = world);
});

async function aReturn(email: string, change: Partial<Stripe.RefundCreateParams> = {}) {
  const { id: customer } = await stripe.customers.create({ email });
  await sendAhead(stripe, customer, 900);
  const params = { origin: "customer_balance", customer, amount: 400, currency: "usd", ...change } as const;
  return { customer, refund: await stripe.refunds.create(params) };
}

const nextDay = (days = 1) => runDueJobs(world.environment, addBusinessDays(Date.now(), days));

async function told(id: string): Promise<string[]> {
  const { data } = await stripe.events.list({ limit: 30, types: ["refund.updated", "refund.failed"] });
  return data.flatMap(({ type, data: { object } }) => ("id" in object && object.id === id ? [type] : []));
}

/** In the history it is told once that somebody ended it, and what it was. */
async function expectLine(refund: string, customer: string, amount: number) {
  const { lines } = await listHistory(world.viewer, { text: refund });
  const before = { customer, amount, currency: "usd", status: "requires_action" };
  expect(lines.filter(({ action }) => action === "refund.canceled")).toMatchObject([
    { before, after: { status: "canceled" } },
  ]);
}

async function expectVerified() {
  const { db } = await reader(world.viewer);
  expect((await verifyCash(db)).problems).toEqual([]);
}

describe("a customer whose bank nobody knows", () => {
  test("is asked for it, and the money arrives after they named it", async () => {
    const { refund, customer } = await aReturn("jenny.bank_unknown@example.com");
    expect(refund).toMatchObject({
      status: "requires_action",
      next_action: {
        type: "display_details",
        display_details: {
          email_sent: { email_sent_to: "jenny.bank_unknown@example.com", email_sent_at: refund.created },
          expires_at: refund.created + (45 * day) / 1000,
        },
      },
    });
    expect(refund).not.toHaveProperty("pending_reason");
    await nextDay();
    const named = await stripe.refunds.retrieve(refund.id);
    expect(named).toMatchObject({ status: "pending", pending_reason: "processing" });
    expect(named).not.toHaveProperty("next_action");
    await nextDay(2);
    expect(await stripe.refunds.retrieve(refund.id)).toMatchObject({
      status: "succeeded",
      destination_details: { us_bank_transfer: { reference_status: "available" } },
    });
    expect(await told(refund.id)).toEqual(["refund.updated", "refund.updated"]);
    expect(await cashOf(stripe, customer)).toBe(500);
  });

  test("is asked at the address that the refund names", async () => {
    const { refund } = await aReturn("jenny@example.com", {
      instructions_email: "office+fill_never@example.com",
    });
    expect(refund).toMatchObject({
      status: "requires_action",
      instructions_email: "office+fill_never@example.com",
      next_action: {
        display_details: { email_sent: { email_sent_to: "office+fill_never@example.com" } },
      },
    });
  });

  test("has the money in their cash balance again once it is canceled, and only then can be deleted", async () => {
    const { refund, customer } = await aReturn("fill_never@example.com", { amount: 900 });
    await expect(stripe.customers.del(customer)).rejects.toMatchObject({ code: "customer_has_cash_balance" });
    const once = { idempotencyKey: "cancel-return-once" };
    for (const _time of [1, 2]) {
      const canceled = await stripe.refunds.cancel(refund.id, {}, once);
      expect(canceled).toMatchObject({ status: "canceled", failure_reason: "merchant_request" });
    }
    expect(await cashOf(stripe, customer)).toBe(900);
    const { data } = await stripe.customers.listCashBalanceTransactions(customer, { limit: 1 });
    expect(data[0]).toMatchObject({ type: "return_canceled", net_amount: 900, ending_balance: 900 });
    await expect(stripe.refunds.cancel(refund.id)).rejects.toMatchObject({ statusCode: 400 });
    await expectLine(refund.id, customer, 900);
    await expectVerified();
  });

  test("has whom they became part of stay until it is canceled, and take the money", async () => {
    const { refund, customer: fromId } = await aReturn("fill_never@example.com", { amount: 900 });
    const { id: intoId } = await stripe.customers.create({});
    await mergeCustomers(world.viewer, { intoId, fromId });
    await expect(stripe.customers.del(intoId)).rejects.toMatchObject({
      statusCode: 400,
      code: "customer_has_cash_balance",
    });
    await stripe.refunds.cancel(refund.id);
    expect(await cashOf(stripe, intoId)).toBe(900);
    await expectVerified();
  });

  test("has it again when they did not answer within 45 days", async () => {
    const { refund, customer } = await aReturn("fill_never@example.com");
    await runDueJobs(world.environment, Date.now() + 44 * day);
    expect(await stripe.refunds.retrieve(refund.id)).toMatchObject({ status: "requires_action" });
    await runDueJobs(world.environment, Date.now() + 46 * day);
    expect(await stripe.refunds.retrieve(refund.id)).toMatchObject({ status: "canceled" });
    expect(await cashOf(stripe, customer)).toBe(900);
    await expectVerified();
  });

  test("need not be waited for in a test", async () => {
    const { refund, customer } = await aReturn("bank_unknown@example.com");
    expect(await stripe.testHelpers.refunds.expire(refund.id)).toMatchObject({ status: "canceled" });
    await nextDay(3);
    expect(await stripe.refunds.retrieve(refund.id)).toMatchObject({ status: "canceled" });
    expect(await cashOf(stripe, customer)).toBe(900);
    await expect(stripe.testHelpers.refunds.expire(refund.id)).rejects.toMatchObject({ statusCode: 400 });
    await expectLine(refund.id, customer, 400);
  });
});

test("whether a return can be canceled, the page and the command say alike", async () => {
  const { refund, customer } = await aReturn("fill_never@example.com");
  const reading = { ...world.viewer, permissions: new Set(["customers:read"] as const) };
  const detail = await getReturnDetail(reading, refund.id);
  expect(detail).toMatchObject({ cashReturn: { amount: 400 }, customer: { id: customer } });
  expect(whyNotTakenBack(world.viewer, detail.cashReturn)).toBeNull();
  expect(whyNotTakenBack(reading, detail.cashReturn)).toBe("not_allowed");
  expect(() => cancelCashReturn(reading, refund.id)).toThrow("refunds:write");
  const blind = { ...world.viewer, permissions: new Set(["refunds:write"] as const) };
  await expect(getReturnDetail(blind, refund.id)).rejects.toMatchObject({ facts: { status: 403 } });
  const other = await aWorld();
  await expect(getReturnDetail(other.viewer, refund.id)).rejects.toMatchObject({ facts: { status: 404 } });
  await expect(cancelCashReturn(other.viewer, refund.id)).rejects.toMatchObject({ facts: { status: 404 } });
  const canceled = await cancelCashReturn(world.viewer, refund.id);
  expect(whyNotTakenBack(world.viewer, canceled)).toBe("sent");
  await expect(cancelCashReturn(world.viewer, refund.id)).rejects.toMatchObject({ facts: { status: 400 } });
  expect(await cashOf(stripe, customer)).toBe(900);
});

test("what the customer's bank does not take is in their cash balance again", async () => {
  const { refund, customer } = await aReturn("account_closed@example.com");
  expect(refund).toMatchObject({ status: "pending", pending_reason: "processing" });
  await expect(stripe.refunds.cancel(refund.id)).rejects.toMatchObject({ statusCode: 400 });
  await nextDay();
  expect(await stripe.refunds.retrieve(refund.id)).toMatchObject({
    status: "failed",
    failure_reason: "declined",
  });
  expect(await told(refund.id)).toEqual(["refund.failed"]);
  expect(await cashOf(stripe, customer)).toBe(900);
  await expectVerified();
});

test("a refund of a payment does not expire, and another account's is not found", async () => {
  const { payment_intent } = await stripe.paymentIntents
    .create({
      amount: 500,
      currency: "usd",
      payment_method: "pm_card_visa",
      confirm: true,
      off_session: true,
    })
    .then(({ id }) => stripe.refunds.create({ payment_intent: id }));
  const { data } = await stripe.refunds.list({ payment_intent: String(payment_intent) });
  await expect(stripe.testHelpers.refunds.expire(String(data[0]?.id))).rejects.toMatchObject({
    statusCode: 400,
  });
  const { refund } = await aReturn("fill_never@example.com");
  const other = await anApiWorld({ country: "US", currency: "usd" });
  await expect(other.stripe.testHelpers.refunds.expire(refund.id)).rejects.toMatchObject({ statusCode: 404 });
  await expect(other.stripe.refunds.cancel(refund.id)).rejects.toMatchObject({ statusCode: 404 });
});
