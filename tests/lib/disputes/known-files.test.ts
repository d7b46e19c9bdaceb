import { beforeAll, expect, test } from "vitest";
import { reader } from "#db/transaction";
import { concealRows } from "#lib/discretion/conceal-rows";
import { getDisputeCase } from "#lib/disputes/dispute-case";
import { draftEvidence } from "#lib/disputes/draft-evidence";
import { disputesOf } from "#lib/disputes/find-dispute";
import { attachKnown, knownFiles } from "#lib/disputes/known-files";
import { getRefundPolicy, setRefundPolicy } from "#lib/disputes/refund-policy";
import { aPayment } from "#tests/support/money";
import { aWorld, type World } from "#tests/support/world";

const policy = { text: "Within 30 days, unused.", disclosure: "At the checkout: example.com/refunds" };

let world: World;
beforeAll(async () => {
  world = await aWorld();
});

async function aCase() {
  const payment = await aPayment(world.viewer, { paymentMethodId: "pm_card_createDispute" });
  const [dispute] = await disputesOf(await reader(world.viewer), String(payment.latestChargeId));
  return getDisputeCase(world.viewer, String(dispute?.id));
}

test("the receipt is at hand, and added as a file that the bank reads", async () => {
  const found = await aCase();
  const { dispute } = found;
  expect(await knownFiles(world.viewer, found)).toEqual([{ field: "receipt", from: "payment" }]);
  const given = await attachKnown(world.viewer, { disputeId: dispute.id, field: "receipt" });
  expect(given.evidence.receipt).toMatch(/^file_/);
  expect(await knownFiles(world.viewer, { ...found, dispute: given })).toEqual([]);
  const refused = attachKnown(world.viewer, { disputeId: dispute.id, field: "refund_policy" });
  await expect(refused).rejects.toMatchObject({ facts: { status: 404 } });
});

test("a receipt that its reader has masked is neither at hand nor added: a bank would read the masks", async () => {
  const { dispute } = await aCase();
  const discreet = { ...world.viewerWith(["dispute_analyst"]), conceal: concealRows };
  const found = await getDisputeCase(discreet, dispute.id);
  expect(await knownFiles(discreet, found)).not.toContainEqual({ field: "receipt", from: "payment" });
  const refused = attachKnown(discreet, { disputeId: dispute.id, field: "receipt" });
  await expect(refused).rejects.toMatchObject({ facts: { status: 403 } });
  expect((await getDisputeCase(world.viewer, dispute.id)).dispute.evidence.receipt).toBeUndefined();
});

test("what is said of refunds in the settings is what answers to disputes begin with", async () => {
  const found = await aCase();
  expect(await getRefundPolicy(world.viewer)).toEqual({ text: "", disclosure: "" });
  await setRefundPolicy(world.viewer, policy);
  expect(await draftEvidence(world.viewer, found, null)).toMatchObject({
    refund_policy_disclosure: policy.disclosure,
  });
  const known = { field: "refund_policy", from: "settings" } as const;
  expect(await knownFiles(world.viewer, found)).toContainEqual(known);
  const given = await attachKnown(world.viewer, { disputeId: found.dispute.id, field: "refund_policy" });
  expect(given.evidence.refund_policy).toMatch(/^file_/);
  expect(await knownFiles(world.viewer, { ...found, dispute: given })).not.toContainEqual(known);
});

test("it is written by who answers disputes, and is another account's nothing", async () => {
  const analyst = world.viewerWith(["refund_analyst"]);
  expect(() => setRefundPolicy(analyst, policy)).toThrow(/refund_policy:write/);
  // It is what live disputes are answered with: who has a sandbox alone does not write it.
  for (const role of ["sandbox_user", "sandbox_admin"] as const) {
    expect(() => setRefundPolicy(world.viewerWith([role]), policy)).toThrow(/refund_policy:write/);
  }
  await setRefundPolicy(world.viewerWith(["dispute_analyst"]), { ...policy, text: "Never." });
  expect(await getRefundPolicy(world.viewer)).toMatchObject({ text: "Never." });
  expect(await getRefundPolicy((await aWorld()).viewer)).toMatchObject({ text: "" });
});
