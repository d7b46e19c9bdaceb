import { beforeAll, expect, test } from "vitest";
import type { ProductKind } from "#db/schema/disputes";
import { createCustomer } from "#lib/customers/create-customer";
import { chooseProduct } from "#lib/disputes/choose-product";
import { askedFiles, askedTexts, missingEvidence } from "#lib/disputes/counter-fields";
import { getDisputeCase } from "#lib/disputes/dispute-case";
import { draftEvidence } from "#lib/disputes/draft-evidence";
import type { EvidencePatch } from "#lib/disputes/evidence";
import { productKindOf, productKinds } from "#lib/disputes/product-kinds";
import { listDisputes } from "#lib/disputes/queries";
import { updateDispute } from "#lib/disputes/update-dispute";
import { aPayment } from "#tests/support/money";
import { aWorld, type World } from "#tests/support/world";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});

async function aCase(method = "pm_card_createDispute") {
  const customer = await createCustomer(world.viewer, {
    ...{ name: "Zoë Ølund", email: "zoe@example.com" },
    address: {
      line1: "9 Elm Lane",
      line2: null,
      postal_code: "1050",
      city: "Oslo",
      state: null,
      country: "NO",
    },
  });
  const payment = await aPayment(world.viewer, {
    customerId: customer.id,
    description: "Two desk lamps",
    paymentMethodId: method,
  });
  const { rows } = await listDisputes(world.viewer, { limit: 1 }, { paymentIntentId: payment.id });
  return { customer, found: await getDisputeCase(world.viewer, rows[0]?.id ?? "") };
}

const disputed = (reason: string, productKind: ProductKind = "other") => ({
  reason,
  productKind,
  evidence: {},
});

test("each reason asks for its own evidence, and shows what was given beside it", () => {
  expect(askedTexts(disputed("duplicate"))).toContain("duplicate_charge_id");
  expect(askedTexts(disputed("fraudulent"))).not.toContain("duplicate_charge_id");
  expect(askedTexts(disputed("something_new"))).toContain("refund_refusal_explanation");
  const given = { ...disputed("fraudulent"), evidence: { duplicate_charge_id: "ch_1" } };
  expect(askedTexts(given)).toContain("duplicate_charge_id");
});

test("what was sold decides what proves that the customer has it", () => {
  const proofs: [ProductKind, string, string][] = [
    ["physical_product", "shipping_tracking_number", "shipping_documentation"],
    ["digital_product", "access_activity_log", "service_documentation"],
    ["offline_service", "service_date", "customer_signature"],
    ["event", "service_date", "service_documentation"],
    ["booking", "cancellation_rebuttal", "cancellation_policy"],
  ];
  for (const [kind, text, file] of proofs) {
    expect(askedTexts(disputed("product_not_received", kind))).toContain(text);
    expect(askedFiles(disputed("product_not_received", kind))).toContain(file);
  }
  expect(askedTexts(disputed("fraudulent", "digital_product"))).not.toContain("shipping_carrier");
});

test("who claims a refund is not asked to have received anything", () => {
  for (const kind of productKinds) {
    expect(askedTexts(disputed("credit_not_processed", kind))).not.toContain("shipping_carrier");
  }
});

test("what is asked for and not there is named", () => {
  const asked = disputed("fraudulent", "digital_product");
  expect(missingEvidence(asked)).toEqual(expect.arrayContaining(["customer_purchase_ip", "receipt"]));
  const given = { ...asked, evidence: { customer_purchase_ip: "203.0.113.7" } };
  expect(missingEvidence(given)).not.toContain("customer_purchase_ip");
});

test("what was sold is said once, by those who answer disputes, while an answer is awaited", async () => {
  const { found } = await aCase();
  expect(productKindOf(found)).toBe("other");
  const choice = { disputeId: found.dispute.id, productKind: "booking" } as const;
  expect(() => chooseProduct(world.viewerWith(["refund_analyst"]), choice)).toThrow(/disputes:write/);
  await chooseProduct(world.viewer, choice);
  expect(productKindOf(await getDisputeCase(world.viewer, found.dispute.id))).toBe("booking");
  await updateDispute(world.viewer, found.dispute.id, { evidence: { uncategorized_text: "They came" } });
  await expect(chooseProduct(world.viewer, choice)).rejects.toThrow(/submitted only once/);
});

test("a form begins with what is known of the customer, for those who may see customers", async () => {
  const { customer, found } = await aCase();
  expect(await draftEvidence(world.viewer, found, customer)).toMatchObject({
    customer_name: "Zoë Ølund",
    customer_email_address: "zoe@example.com",
    billing_address: "9 Elm Lane\n1050 Oslo\nNO",
    product_description: "Two desk lamps",
  });
  const reader = world.viewerWith(["transfer_analyst"]);
  expect(await draftEvidence(reader, found, null)).not.toHaveProperty("customer_name");
});

test("policies are prefilled as a bank was told them last", async () => {
  const earlier = await aCase();
  const policy = { refund_policy_disclosure: "On the checkout page: 30 days" };
  await updateDispute(world.viewer, earlier.found.dispute.id, { evidence: policy });
  const { customer, found } = await aCase();
  expect(await draftEvidence(world.viewer, found, customer)).toMatchObject(policy);
});

test("a draft is shown as it was saved: what was taken away does not come back, and a letter alone is no draft", async () => {
  const { customer, found } = await aCase();
  const save = async (evidence: EvidencePatch) => {
    await updateDispute(world.viewer, found.dispute.id, { evidence, submit: false });
    const saved = await getDisputeCase(world.viewer, found.dispute.id);
    return draftEvidence(world.viewer, saved, customer);
  };
  const letter = { uncategorized_text: "Signed for" };
  expect(await save(letter)).toMatchObject({ customer_name: "Zoë Ølund", ...letter });
  const written = { shipping_carrier: "Colissimo" };
  expect(await save({ ...written, customer_name: null })).toMatchObject({
    ...{ customer_name: null, ...written, ...letter },
  });
});
