import type Stripe from "stripe";
import { beforeAll, describe, expect, test } from "vitest";
import { update } from "#db/rows";
import { disputes } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { anApiWorld, type ApiWorld } from "#tests/support/api-server";
import { aDispute, after } from "#tests/support/disputes";
import { aPayment, expectLedgerToBalance } from "#tests/support/money";
import { samples } from "#tests/support/samples";

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

describe("what networks take beside the usual evidence", () => {
  test("is a fee for a compliance case, which comes back to who wins", async () => {
    const before = await available();
    const { dispute } = await aDispute(world, "createComplianceDispute");
    expect(dispute).toMatchObject({
      enhanced_eligibility_types: ["visa_compliance"],
      evidence_details: {
        enhanced_eligibility: { visa_compliance: { status: "requires_fee_acknowledgement" } },
      },
    });
    await expect(answer(dispute.id, "winning_evidence")).rejects.toMatchObject({
      param: "evidence[enhanced_evidence][visa_compliance][fee_acknowledged]",
    });
    const acknowledged = await stripe.disputes.update(dispute.id, {
      evidence: {
        uncategorized_text: "winning_evidence",
        enhanced_evidence: { visa_compliance: { fee_acknowledged: true } },
      },
    });
    expect(acknowledged).toMatchObject({
      status: "under_review",
      evidence: { enhanced_evidence: { visa_compliance: { fee_acknowledged: true } } },
      evidence_details: { enhanced_eligibility: { visa_compliance: { status: "fee_acknowledged" } } },
    });
    expect(await available()).toBe(before - 7000 - 43_000);
    await after(world, 3000);
    expect(await available()).toBe(before - 2000);
    await expectLedgerToBalance(world.viewer);
  });

  test("are earlier payments of the same customer", async () => {
    const prior = await Promise.all([1, 2].map(() => aPaid(stripe)));
    const { dispute } = await aDispute(world, "createCe3EligibleDispute");
    const eligibility = (of: Stripe.Dispute) =>
      of.evidence_details.enhanced_eligibility.visa_compelling_evidence_3;
    expect(dispute.enhanced_eligibility_types).toEqual(["visa_compelling_evidence_3"]);
    expect(eligibility(dispute)).toEqual({
      required_actions: [
        "missing_customer_identifiers",
        "missing_disputed_transaction_description",
        "missing_merchandise_or_services",
        "missing_prior_undisputed_transactions",
      ],
      status: "requires_action",
    });
    const marks = {
      customer_email_address: "zoe@example.com",
      customer_purchase_ip: "192.0.2.1",
      product_description: "A lamp",
    };
    const full = await stripe.disputes.update(dispute.id, {
      submit: false,
      evidence: {
        enhanced_evidence: {
          visa_compelling_evidence_3: {
            disputed_transaction: { ...marks, merchandise_or_services: "merchandise" },
            prior_undisputed_transactions: prior.map((charge) => ({ charge, ...marks })),
          },
        },
      },
    });
    expect(eligibility(full)).toEqual({ required_actions: [], status: "qualified" });
    expect(full.evidence.enhanced_evidence.visa_compelling_evidence_3).toMatchObject({
      disputed_transaction: { ...marks, customer_device_id: null, shipping_address: null },
      prior_undisputed_transactions: [{ charge: prior[0] }, { charge: prior[1] }],
    });
  });
});

describe("evidence", () => {
  test.each<[string, Stripe.DisputeUpdateParams.Evidence & Record<string, unknown>]>([
    ["evidence[appeal]", { appeal: { card: { reason_for_filing: "They are wrong" } } }],
    ["evidence[nonsense]", { nonsense: "x" }],
    ["evidence[uncategorized_text]", { uncategorized_text: "x".repeat(20_001) }],
    ["evidence[receipt]", { receipt: "file_nobody" }],
  ])("is refused for %s", async (param, evidence) => {
    const { dispute } = await aDispute(world);
    await expect(stripe.disputes.update(dispute.id, { evidence })).rejects.toMatchObject({ param });
    expect((await stripe.disputes.retrieve(dispute.id)).status).toBe("needs_response");
  });

  test("holds files that were uploaded as evidence, and shows them", async () => {
    const { dispute } = await aDispute(world);
    const upload = (purpose: Stripe.FileCreateParams.Purpose) =>
      stripe.files.create({ purpose, file: { data: samples.pdf, name: "a.pdf", type: "application/pdf" } });
    const [receipt, other] = [await upload("dispute_evidence"), await upload("pci_document")];
    const shown = await stripe.disputes.update(dispute.id, {
      evidence: { receipt: receipt.id },
      submit: false,
      expand: ["evidence.receipt"],
    });
    expect(shown.evidence.receipt).toMatchObject({ id: receipt.id, object: "file" });
    await expect(
      stripe.disputes.update(dispute.id, { evidence: { refund_policy: other.id } }),
    ).rejects.toMatchObject({ param: "evidence[refund_policy]" });
  });

  test("is not longer than the banks of a network read, however it is given", async () => {
    const { dispute } = await aDispute(world);
    await transaction(world.viewer, (tx) => update(tx, disputes, dispute.id, { network: "mastercard" }));
    const pages = async (count: number) => {
      const data = Buffer.from(`%PDF-1.4\n${"<< /Type /Page >>\n".repeat(count)}%%EOF`);
      const file = { data, name: "a.pdf", type: "application/pdf" };
      return (await stripe.files.create({ purpose: "dispute_evidence", file })).id;
    };
    const draft = (evidence: Stripe.DisputeUpdateParams.Evidence) =>
      stripe.disputes.update(dispute.id, { evidence, submit: false });
    const [ten, nine, another] = [await pages(10), await pages(9), await pages(10)];
    await draft({ receipt: ten, refund_policy: nine });
    await expect(draft({ refund_policy: another })).rejects.toMatchObject({
      statusCode: 400,
      code: "dispute_evidence_page_limit_exceeded",
      param: "evidence",
    });
    expect((await draft({ receipt: "", refund_policy: another })).evidence.refund_policy).toBe(another);
  });

  test("is needed to submit any", async () => {
    const { dispute } = await aDispute(world);
    await expect(stripe.disputes.update(dispute.id, { submit: true })).rejects.toMatchObject({
      param: "evidence",
    });
  });
});

async function aPaid(client: Stripe): Promise<string> {
  const payment = await client.paymentIntents.create({
    amount: 5000,
    currency: "eur",
    payment_method: "pm_card_visa",
    confirm: true,
  });
  return String(payment.latest_charge);
}
