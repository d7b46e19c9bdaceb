import type Stripe from "stripe";
import { beforeAll, describe, expect, test } from "vitest";
import { day } from "#lib/clock";
import { anApiWorld, type ApiWorld } from "#tests/support/api-server";
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

describe("an inquiry", () => {
  test("takes nothing, and a full refund closes it", async () => {
    const before = await available();
    const { payment, dispute } = await aDispute(world, "createDisputeInquiry");
    expect(dispute).toMatchObject({
      status: "warning_needs_response",
      is_charge_refundable: true,
      balance_transactions: [],
    });
    expect(await available()).toBe(before);
    await stripe.refunds.create({ payment_intent: payment.id, amount: 1000 });
    expect((await stripe.disputes.retrieve(dispute.id)).status).toBe("warning_needs_response");
    await stripe.refunds.create({ payment_intent: payment.id });
    expect((await stripe.disputes.retrieve(dispute.id)).status).toBe("warning_closed");
    expect((await eventsOf(stripe, dispute.id)).at(-1)).toBe("charge.dispute.closed");
  });

  test.each(["winning_evidence", "losing_evidence"])("answered with %s closes", async (text) => {
    const { dispute } = await aDispute(world, "createDisputeInquiry");
    expect(await answer(dispute.id, text)).toMatchObject({ status: "warning_under_review" });
    await after(world, 3000);
    expect((await stripe.disputes.retrieve(dispute.id)).status).toBe("warning_closed");
  });

  test("that escalates asks for what was not refunded, and for another answer", async () => {
    const { payment, dispute } = await aDispute(world, "createDisputeInquiry");
    await stripe.refunds.create({ payment_intent: payment.id, amount: 1000 });
    const before = await available();
    await answer(dispute.id, "escalate_inquiry_evidence");
    await after(world, 3000);
    expect(await stripe.disputes.retrieve(dispute.id)).toMatchObject({
      amount: 4000,
      status: "needs_response",
      is_charge_refundable: false,
      network_reason_code: "10.4",
      payment_method_details: { card: { case_type: "chargeback" } },
      balance_transactions: [{ amount: -4000, fee: 2000 }],
    });
    expect(await available()).toBe(before - 6000);
    expect(await eventsOf(stripe, dispute.id)).toContain("charge.dispute.funds_withdrawn");
    await answer(dispute.id, "winning_evidence");
    await after(world, 3000);
    expect(await stripe.disputes.retrieve(dispute.id)).toMatchObject({
      status: "won",
      evidence_details: { submission_count: 2 },
    });
    await expectLedgerToBalance(world.viewer);
  });

  test("is only closed when it is accepted", async () => {
    const { dispute } = await aDispute(world, "createDisputeInquiry");
    expect(await stripe.disputes.close(dispute.id)).toMatchObject({ status: "warning_closed" });
  });

  test("is overdue at its deadline, and lapses after 120 days", async () => {
    const late = await anApiWorld();
    const { dispute } = await aDispute(late, "createDisputeInquiry");
    await after(late, 10 * day);
    expect(await late.stripe.disputes.retrieve(dispute.id)).toMatchObject({
      status: "warning_needs_response",
      evidence_details: { past_due: true },
    });
    await after(late, 121 * day);
    expect((await late.stripe.disputes.retrieve(dispute.id)).status).toBe("warning_closed");
  });
});

describe("the reason of a dispute", () => {
  test.each([
    ["createDisputeProductNotReceived", "product_not_received", "13.1", "chargeback"],
    ["createComplianceDispute", "noncompliant", "98", "compliance"],
    ["createDisputeInquiry", "fraudulent", "10", "inquiry"],
  ])("of %s is %s", async (card, reason, code, caseType) => {
    const { dispute } = await aDispute(world, card);
    expect(dispute).toMatchObject({
      reason,
      network_reason_code: code,
      payment_method_details: { card: { case_type: caseType } },
    });
  });

  test("of a debit is final: nobody can answer it", async () => {
    const before = await available();
    const payment = await stripe.paymentIntents.create({
      amount: 5000,
      currency: "eur",
      payment_method_data: {
        type: "sepa_debit",
        sepa_debit: { iban: "DE35370400440532013002" },
        billing_details: { name: "Zoë Ølund", email: "zoe@example.com" },
      },
      mandate_data: { customer_acceptance: { type: "offline" } },
      confirm: true,
    });
    await after(world, 3000);
    const { data } = await stripe.disputes.list({ payment_intent: payment.id });
    const [dispute] = data;
    expect(dispute).toMatchObject({
      reason: "debit_not_authorized",
      status: "lost",
      evidence_details: { due_by: null },
    });
    expect(dispute).not.toHaveProperty("payment_method_details");
    expect(await available()).toBe(before - 5000 - 750);
    expect(await eventsOf(stripe, dispute?.id ?? "")).toEqual([
      "charge.dispute.created",
      "charge.dispute.funds_withdrawn",
      "charge.dispute.closed",
    ]);
    await expectLedgerToBalance(world.viewer);
  });
});
