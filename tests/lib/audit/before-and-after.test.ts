import { beforeAll, expect, test } from "vitest";
import { approvalLasts } from "#lib/approvals/ask-approval";
import { decideApproval } from "#lib/approvals/decide-approval";
import { expireApproval } from "#lib/approvals/expire-approval";
import { refundOrAsk } from "#lib/approvals/refund-or-ask";
import { withdrawApproval } from "#lib/approvals/withdraw-approval";
import { listHistory } from "#lib/audit/history";
import type { Viewer } from "#lib/auth/viewer";
import { day } from "#lib/clock";
import { createCustomer } from "#lib/customers/create-customer";
import { deleteCustomer } from "#lib/customers/delete-customer";
import { disputesOf } from "#lib/disputes/find-dispute";
import { updateDispute } from "#lib/disputes/update-dispute";
import { runDueJobs } from "#lib/jobs/run-due";
import { updateMethodConfiguration } from "#lib/method-configurations/change-configuration";
import { listMethodConfigurations } from "#lib/method-configurations/queries";
import { createMethodDomain, updateMethodDomain } from "#lib/method-domains/change-domain";
import { cancelPayment } from "#lib/payments/cancel-payment";
import { sendReceipt } from "#lib/receipts/send-receipt";
import { createTopup } from "#lib/topups/create-topup";
import { cancelTopup } from "#lib/topups/cancel-topup";
import { reader } from "#db/transaction";
import { aSupportTeam } from "#tests/support/approvals";
import { aPayment } from "#tests/support/money";
import { aWorld, later, type World } from "#tests/support/world";

let world: World;
let viewer: Viewer;
let agent: Viewer;
let lead: Viewer;

beforeAll(async () => {
  world = await aWorld();
  ({ viewer } = world);
  ({ agent, lead } = await aSupportTeam(world));
});

/** The latest line about something. */
async function lineOf(subject: string) {
  const { lines } = await listHistory(viewer, { text: subject }, { size: 1 });
  return lines[0];
}

async function asked(input: Parameters<typeof aPayment>[1] = {}) {
  const payment = await aPayment(viewer, input);
  const { id } = await refundOrAsk(agent, { paymentId: payment.id, amount: 4000, reason: "duplicate" });
  return { id, payment };
}

test("how an approval ends is told with what it was, who ended it and why", async () => {
  const before = { state: "waiting", askedBy: agent.actor.id, refunds: 1, estimate: 4000 };
  const withdrawn = await asked();
  await withdrawApproval(agent, withdrawn.id);
  expect(await lineOf(withdrawn.id)).toMatchObject({
    action: "approval.withdrawn",
    actor: { id: agent.actor.id },
    before,
    after: { state: "withdrawn" },
  });
  const declined = await asked();
  await decideApproval(lead, { approvalId: declined.id, verdict: "decline", reason: "Once was right" });
  expect(await lineOf(declined.id)).toMatchObject({
    action: "approval.declined",
    actor: { id: lead.actor.id },
    before,
    after: { state: "declined", reason: "Once was right" },
  });
  const expired = await asked();
  await expireApproval(later(lead, approvalLasts), { approvalId: expired.id });
  expect(await lineOf(expired.id)).toMatchObject({
    action: "approval.expired",
    before,
    after: { state: "expired" },
  });
});

test("an approval that a dispute overtakes is a line of its own", async () => {
  const { id, payment } = await asked({ paymentMethodId: "pm_card_createDisputeInquiry" });
  const [inquiry] = await disputesOf(await reader(lead), String(payment.latestChargeId));
  const evidence = { uncategorized_text: "escalate_inquiry_evidence" };
  await updateDispute(lead, String(inquiry?.id), { evidence });
  await runDueJobs(world.environment, Date.now() + 4 * day);
  expect(await lineOf(id)).toMatchObject({
    action: "approval.overtaken",
    before: { state: "waiting" },
    after: { state: "overtaken" },
  });
});

test("a customer who was deleted is told of in figures, by nothing that says who they were", async () => {
  const { id } = await createCustomer(viewer, { name: "Inès Moreau", email: "ines@example.com" });
  await deleteCustomer(viewer, id);
  const line = await lineOf(id);
  expect(line).toMatchObject({
    action: "customer.deleted",
    before: { methods: 0, taxIds: 0, balance: 0 },
  });
  expect(JSON.stringify(line)).not.toMatch(/moreau|ines@/i);
});

test("a receipt's line says that it went out, and not to which address", async () => {
  const { id } = await aPayment(viewer);
  await sendReceipt(viewer, { paymentIntentId: id, to: ["ines@example.com"] });
  expect(await lineOf(id)).toMatchObject({ action: "receipt.sent", after: { to: ["i•••@•••"] } });
});

test("what is taken back is told with its money and its state before", async () => {
  const payment = await aPayment(viewer, { captureMethod: "manual" });
  await cancelPayment(viewer, { paymentId: payment.id, reason: "abandoned" });
  expect(await lineOf(payment.id)).toMatchObject({
    before: { amount: payment.amount, currency: "eur", status: "requires_capture" },
    after: { status: "canceled", reason: "abandoned" },
  });
  const topup = await createTopup(viewer, { amount: 2000, currency: "eur" });
  await cancelTopup(viewer, topup.id);
  expect(await lineOf(topup.id)).toMatchObject({
    before: { amount: 2000, currency: "eur", status: "pending" },
    after: { status: "canceled" },
  });
});

test("which methods are offered, and where, is told as it was and as it is", async () => {
  const { rows } = await listMethodConfigurations(viewer, { limit: 1 });
  const id = String(rows[0]?.id);
  await updateMethodConfiguration(viewer, id, { preferences: { sepa_debit: "off" } });
  expect(await lineOf(id)).toMatchObject({
    action: "method_configuration.updated",
    after: { preferences: { sepa_debit: "off" } },
  });
  const domain = await createMethodDomain(viewer, { domainName: "shop.example.com" });
  await updateMethodDomain(viewer, domain.id, { enabled: false });
  expect(await lineOf(domain.id)).toMatchObject({
    action: "method_domain.updated",
    before: { domain: "shop.example.com", enabled: true },
    after: { enabled: false },
  });
});
