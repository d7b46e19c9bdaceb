import type Stripe from "stripe";
import { beforeAll, describe, expect, test } from "vitest";
import { day } from "#lib/clock";
import { aClient, aKey, anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { aDispute, after } from "#tests/support/disputes";
import { eventsOf } from "#tests/support/events-of";
import { aPayment, expectLedgerToBalance } from "#tests/support/money";

let world: ApiWorld;
let stripe: Stripe;
beforeAll(async () => {
  world = await anApiWorld();
  stripe = world.stripe;
  await aPayment(world.viewer, { amount: 5_000_000 });
});

const available = async (currency = "eur") => {
  const balance = await stripe.balance.retrieve();
  return balance.available.find((each) => each.currency === currency)?.amount ?? 0;
};

const answer = (id: string, uncategorized_text: string) =>
  stripe.disputes.update(id, { evidence: { uncategorized_text } });

describe("a dispute", () => {
  test("takes the money and its fee at once, and holds every field", async () => {
    const before = await available();
    const { payment, dispute, charge } = await aDispute(world);
    expect(await available()).toBe(before - 5000 - 2000);
    expect({ ...dispute }).toMatchObject({
      id: expect.stringMatching(/^du_/),
      object: "dispute",
      amount: 5000,
      charge,
      currency: "eur",
      enhanced_eligibility_types: [],
      evidence: { access_activity_log: null, receipt: null, uncategorized_text: null, enhanced_evidence: {} },
      evidence_details: {
        enhanced_eligibility: {},
        has_evidence: false,
        past_due: false,
        submission_count: 0,
        submission_method: "not_submitted",
      },
      intended_submission_method: null,
      is_charge_refundable: false,
      livemode: false,
      metadata: {},
      network_reason_code: "10.4",
      payment_intent: payment.id,
      payment_method_details: {
        card: { brand: "visa", case_type: "chargeback", network: "visa", network_reason_code: "10.4" },
        type: "card",
      },
      reason: "fraudulent",
      status: "needs_response",
    });
    expect(Object.keys(dispute.evidence)).toHaveLength(29);
    expect(Number(dispute.evidence_details.due_by) % 86_400).toBe(86_399);
    expect(dispute.balance_transactions).toMatchObject([
      {
        amount: -5000,
        description: `Chargeback withdrawal for ${charge}`,
        fee: 2000,
        fee_details: [{ amount: 2000, currency: "eur", description: "Dispute fee", type: "stripe_fee" }],
        net: -7000,
        reporting_category: "dispute",
        source: dispute.id,
        status: "available",
        type: "adjustment",
      },
    ]);
    expect(await stripe.charges.retrieve(charge)).toMatchObject({ disputed: true, refunded: false });
    expect(await eventsOf(stripe, dispute.id)).toEqual([
      "charge.dispute.created",
      "charge.dispute.funds_withdrawn",
    ]);
    await expectLedgerToBalance(world.viewer);
  });

  test("is found by its payment, its charge and its time, and shows what it is about", async () => {
    const { payment, dispute, charge } = await aDispute(world);
    const expand = ["charge.balance_transaction", "payment_intent"];
    expect(await stripe.disputes.retrieve(dispute.id, { expand })).toMatchObject({
      charge: { id: charge, balance_transaction: { source: charge } },
      payment_intent: { id: payment.id },
    });
    const ids = async (params: Stripe.DisputeListParams) =>
      (await stripe.disputes.list(params)).data.map(({ id }) => id);
    expect(await ids({ charge })).toEqual([dispute.id]);
    expect(await ids({ payment_intent: payment.id, created: { lt: dispute.created } })).toEqual([]);
    expect(await ids({ limit: 1, created: { gte: dispute.created } })).toHaveLength(1);
    const [transaction] = dispute.balance_transactions;
    const source = await stripe.balanceTransactions.retrieve(String(transaction?.id), { expand: ["source"] });
    expect(source).toMatchObject({ source: { id: dispute.id, object: "dispute" } });
    const ofCharge = await stripe.rawRequest("GET", `/v1/charges/${charge}/dispute`);
    expect(ofCharge).toMatchObject({ id: dispute.id });
  });

  test("that is won gives the money back, keeps the fee, and leaves the payment refundable", async () => {
    const before = await available();
    const { payment, dispute, charge } = await aDispute(world);
    const submitted = await answer(dispute.id, "winning_evidence");
    expect(submitted).toMatchObject({
      status: "under_review",
      evidence: { uncategorized_text: "winning_evidence" },
      evidence_details: { has_evidence: true, submission_count: 1, submission_method: "manual" },
    });
    await after(world, 3000);
    const won = await stripe.disputes.retrieve(dispute.id);
    expect(won).toMatchObject({ status: "won", is_charge_refundable: true });
    expect(won.balance_transactions[1]).toMatchObject({
      amount: 5000,
      description: `Chargeback reversal for ${charge}`,
      fee: 0,
      net: 5000,
      reporting_category: "dispute_reversal",
      type: "adjustment",
    });
    expect(await available()).toBe(before - 2000);
    expect(await eventsOf(stripe, dispute.id)).toEqual([
      "charge.dispute.created",
      "charge.dispute.funds_withdrawn",
      "charge.dispute.updated",
      "charge.dispute.funds_reinstated",
      "charge.dispute.closed",
    ]);
    expect(await stripe.charges.retrieve(charge)).toMatchObject({ disputed: true });
    expect(await stripe.refunds.create({ payment_intent: payment.id })).toMatchObject({ amount: 5000 });
    await expectLedgerToBalance(world.viewer);
  });

  test.each([
    ["losing_evidence", "lost"],
    ["A parcel was delivered.", "under_review"],
  ])("answered with “%s” comes to be %s", async (text, status) => {
    const { dispute } = await aDispute(world);
    await answer(dispute.id, text);
    await after(world, 3000);
    expect(await stripe.disputes.retrieve(dispute.id)).toMatchObject({
      status,
      is_charge_refundable: false,
      balance_transactions: [{ amount: -5000 }],
    });
    await expectLedgerToBalance(world.viewer);
  });

  test("that is accepted is lost at once, for good", async () => {
    const before = await available();
    const { dispute } = await aDispute(world);
    expect(await stripe.disputes.close(dispute.id)).toMatchObject({ status: "lost" });
    expect(await available()).toBe(before - 7000);
    const closed = { statusCode: 400, message: "This dispute is already closed" };
    await expect(stripe.disputes.close(dispute.id)).rejects.toMatchObject(closed);
    await expect(answer(dispute.id, "winning_evidence")).rejects.toMatchObject(closed);
    await expect(stripe.disputes.update(dispute.id, { metadata: { a: "b" } })).rejects.toMatchObject(closed);
    expect((await eventsOf(stripe, dispute.id)).at(-1)).toBe("charge.dispute.closed");
  });

  test("that nobody answers is lost at its deadline, and not before", async () => {
    const late = await anApiWorld();
    const { dispute } = await aDispute(late);
    await after(late, 7 * day);
    expect(await late.stripe.disputes.retrieve(dispute.id)).toMatchObject({ status: "needs_response" });
    await after(late, 10 * day);
    expect(await late.stripe.disputes.retrieve(dispute.id)).toMatchObject({
      status: "lost",
      evidence_details: { past_due: true },
    });
  });

  test("keeps evidence as a draft until it is submitted, once", async () => {
    const { dispute } = await aDispute(world);
    const draft = await stripe.disputes.update(dispute.id, {
      evidence: { customer_name: "Zoë Ølund", product_description: "A lamp" },
      intended_submission_method: "prefer_manual",
      metadata: { case: "12" },
      submit: false,
    });
    expect(draft).toMatchObject({
      status: "needs_response",
      evidence: { customer_name: "Zoë Ølund", product_description: "A lamp" },
      evidence_details: { has_evidence: true, submission_count: 0 },
      intended_submission_method: "prefer_manual",
      metadata: { case: "12" },
    });
    const unset = { evidence: { product_description: "" }, submit: false };
    expect((await stripe.disputes.update(dispute.id, unset)).evidence.product_description).toBeNull();
    expect(await stripe.disputes.update(dispute.id, { submit: true })).toMatchObject({
      status: "under_review",
      evidence: { customer_name: "Zoë Ølund" },
    });
    await expect(answer(dispute.id, "more")).rejects.toMatchObject({ statusCode: 400, param: "evidence" });
    await expect(stripe.disputes.close(dispute.id)).rejects.toMatchObject({ statusCode: 400 });
    const told = await stripe.disputes.update(dispute.id, { metadata: { case: "13" } });
    expect(told).toMatchObject({ status: "under_review", metadata: { case: "13" } });
    const { data } = await stripe.events.list({ type: "charge.dispute.updated", limit: 1 });
    expect(data[0]?.data.previous_attributes).toEqual({ metadata: { case: "12" } });
  });

  test("refuses a refund while it is open, and when it is lost", async () => {
    const { payment, dispute, charge } = await aDispute(world);
    const refused = {
      code: "charge_disputed",
      message: `Charge ${charge} has been charged back; cannot issue a refund.`,
    };
    await expect(stripe.refunds.create({ payment_intent: payment.id })).rejects.toMatchObject(refused);
    await stripe.disputes.close(dispute.id);
    await expect(stripe.refunds.create({ charge })).rejects.toMatchObject(refused);
  });

  test("repeats its answer to the same idempotency key", async () => {
    const { dispute } = await aDispute(world);
    const options = { idempotencyKey: `close-${dispute.id}` };
    const first = await stripe.disputes.close(dispute.id, {}, options);
    const again = await stripe.disputes.close(dispute.id, {}, options);
    expect(again).toEqual(first);
    expect(again.lastResponse.headers["idempotent-replayed"]).toBe("true");
  });

  test("comes with the capture of a held payment", async () => {
    const held = await stripe.paymentIntents.create({
      amount: 5000,
      currency: "eur",
      payment_method: "pm_card_createDispute",
      capture_method: "manual",
      confirm: true,
    });
    expect((await stripe.disputes.list({ payment_intent: held.id })).data).toEqual([]);
    await stripe.paymentIntents.capture(held.id, { amount_to_capture: 1200 });
    expect((await stripe.disputes.list({ payment_intent: held.id })).data).toMatchObject([{ amount: 1200 }]);
  });

  test("may come twice, and then asks for no more than was paid", async () => {
    const before = await available();
    const { payment } = await aDispute(world, "createMultipleDisputes", { amount: 5001 });
    const { data } = await stripe.disputes.list({ payment_intent: payment.id });
    expect(data.map(({ amount }) => amount).toSorted()).toEqual([2500, 2501]);
    expect(await available()).toBe(before - 5001 - 2 * 2000);
  });
});

describe("who may see and answer a dispute", () => {
  test("nobody else's is there", async () => {
    const { dispute } = await aDispute(world);
    const other = await anApiWorld();
    const missing = { statusCode: 404, code: "resource_missing", param: "dispute" };
    await expect(other.stripe.disputes.retrieve(dispute.id)).rejects.toMatchObject(missing);
    await expect(other.stripe.disputes.close(dispute.id)).rejects.toMatchObject(missing);
    await expect(other.stripe.disputes.update(dispute.id, { submit: false })).rejects.toMatchObject(missing);
  });

  test("a key without the permission is refused", async () => {
    const { dispute } = await aDispute(world);
    const reading = aClient(world, await aKey(world, "restricted", ["disputes:read"]));
    expect((await reading.disputes.retrieve(dispute.id)).id).toBe(dispute.id);
    await expect(reading.disputes.close(dispute.id)).rejects.toMatchObject({ statusCode: 403 });
    const paying = aClient(world, await aKey(world, "restricted", ["payments:read", "events:read"]));
    await expect(paying.disputes.list()).rejects.toMatchObject({ statusCode: 403 });
    const { data } = await paying.events.list({ type: "charge.dispute.created" });
    expect(data).toEqual([]);
  });
});
