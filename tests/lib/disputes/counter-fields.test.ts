import { beforeAll, expect, test } from "vitest";
import { createCustomer } from "#lib/customers/create-customer";
import { askedEvidence, draftEvidence } from "#lib/disputes/counter-fields";
import { getDisputeCase } from "#lib/disputes/dispute-case";
import { listDisputes } from "#lib/disputes/queries";
import { updateDispute } from "#lib/disputes/update-dispute";
import { aPayment } from "#tests/support/money";
import { aWorld, type World } from "#tests/support/world";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});

async function aCase() {
  const customer = await createCustomer(world.viewer, { name: "Zoë Ølund", email: "zoe@example.com" });
  const payment = await aPayment(world.viewer, {
    customerId: customer.id,
    description: "Two desk lamps",
    paymentMethodId: "pm_card_createDispute",
  });
  const { rows } = await listDisputes(world.viewer, { limit: 1 }, { paymentIntentId: payment.id });
  return { customer, found: await getDisputeCase(world.viewer, rows[0]?.id ?? "") };
}

test("each reason asks for its own evidence, and shows what was given beside it", () => {
  const asked = (reason: string) => askedEvidence({ reason, evidence: {} });
  expect(asked("duplicate")).toContain("duplicate_charge_id");
  expect(asked("fraudulent")).not.toContain("duplicate_charge_id");
  expect(asked("something_new").at(-1)).toBe("uncategorized_text");
  expect(askedEvidence({ reason: "fraudulent", evidence: { duplicate_charge_id: "ch_1" } })).toContain(
    "duplicate_charge_id",
  );
});

test("a form begins with what is known of the customer, for those who may see customers", async () => {
  const { customer, found } = await aCase();
  expect(draftEvidence(world.viewer, found, customer)).toMatchObject({
    customer_name: "Zoë Ølund",
    customer_email_address: "zoe@example.com",
    product_description: "Two desk lamps",
  });
  expect(draftEvidence(world.viewerWith(["transfer_analyst"]), found, null)).toEqual({
    product_description: "Two desk lamps",
  });
});

test("a draft is shown as it was saved: what was taken away does not come back", async () => {
  const { customer, found } = await aCase();
  const evidence = { customer_name: null, uncategorized_text: "Signed for" };
  await updateDispute(world.viewer, found.dispute.id, { evidence, submit: false });
  const saved = await getDisputeCase(world.viewer, found.dispute.id);
  expect(draftEvidence(world.viewer, saved, customer)).toMatchObject({
    customer_name: null,
    uncategorized_text: "Signed for",
  });
});
