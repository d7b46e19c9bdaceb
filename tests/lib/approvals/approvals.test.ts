import { beforeAll, describe, expect, test } from "vitest";
import { reader } from "#db/transaction";
import { approvalCase, endsOfApprovals, listApprovals, waitingForApproval } from "#lib/approvals/queries";
import { decideApproval } from "#lib/approvals/decide-approval";
import { approvalLasts } from "#lib/approvals/ask-approval";
import { expireApproval } from "#lib/approvals/expire-approval";
import { carryOutLine } from "#lib/approvals/carry-out";
import { askForRun, refundOrAsk } from "#lib/approvals/refund-or-ask";
import { withdrawApproval } from "#lib/approvals/withdraw-approval";
import type { Viewer } from "#lib/auth/viewer";
import { day } from "#lib/clock";
import { createCustomer } from "#lib/customers/create-customer";
import { concealRows } from "#lib/discretion/conceal-rows";
import { disputesOf } from "#lib/disputes/find-dispute";
import { updateDispute } from "#lib/disputes/update-dispute";
import { runDueJobs } from "#lib/jobs/run-due";
import { listMails } from "#lib/mail/queries";
import { findCharge, findPayment } from "#lib/payments/find-payment";
import { refundPayment } from "#lib/refunds/refund-payment";
import { refundable } from "#lib/refunds/refundable";
import { verifyAll } from "#lib/verify/verify-all";
import { aSupportTeam, limitPerson } from "#tests/support/approvals";
import { mailsOf } from "#tests/support/mails";
import { aPayment, expectLedgerToBalance } from "#tests/support/money";
import { aMember } from "#tests/support/team";
import { aWorld, later, type World } from "#tests/support/world";

let world: World;
let agent: Viewer;
let lead: Viewer;
let other: Viewer;

beforeAll(async () => {
  world = await aWorld();
  ({ agent, lead, other } = await aSupportTeam(world));
});

const newest = { direction: "older", from: null, size: 25 } as const;

async function leftOf(paymentId: string): Promise<number> {
  const handle = await reader(world.viewer);
  const payment = await findPayment(handle, paymentId);
  return refundable(await findCharge(handle, String(payment.latestChargeId)));
}

async function asked(amount = 4000, input: Parameters<typeof aPayment>[1] = {}) {
  const payment = await aPayment(world.viewer, input);
  const approval = await refundOrAsk(agent, {
    paymentId: payment.id,
    amount,
    reason: "duplicate",
    note: "Twice",
  });
  if (!("askedById" in approval)) throw new Error("It was refunded at once");
  return { payment, approval };
}

const yes = (approvalId: string) => ({ approvalId, verdict: "approve", reason: "Fine" }) as const;
const no = (approvalId: string) => ({ approvalId, verdict: "decline", reason: "Not twice" }) as const;

describe("a refund beyond somebody's limits", () => {
  test("waits, keeps its money from everybody else, and those who may approve are told", async () => {
    const { payment, approval } = await asked();
    expect(approval).toMatchObject({
      state: "waiting",
      exceeded: [{ limit: "per_refund", allowed: 1000, reached: 4000 }],
    });
    expect(await leftOf(payment.id)).toBe(1000);
    const tooMuch = refundPayment(lead, { paymentId: payment.id, amount: 1001 });
    await expect(tooMuch).rejects.toMatchObject({ facts: { code: "amount_too_large" } });
    expect(await waitingForApproval(lead, payment.id)).toMatchObject([{ amount: 4000 }]);
    expect(await endsOfApprovals(lead)).toHaveLength(1);
    expect(await endsOfApprovals(agent)).toEqual([]);
    expect((await listApprovals(agent, { states: ["waiting"], page: newest })).rows).toMatchObject([
      { id: approval.id },
    ]);
    const { rows } = await listMails({ ...world.viewer, door: "operator" }, { limit: 10 });
    const told = rows.filter(({ kind, subjectId }) => kind === "approval_asked" && subjectId === approval.id);
    expect(told.map(({ personId }) => personId).sort()).toEqual([lead.actor.id, other.actor.id].sort());
    await withdrawApproval(agent, approval.id);
    expect(await leftOf(payment.id)).toBe(5000);
  });

  test("is made once somebody else approves it, in the name of who asked", async () => {
    const { payment, approval } = await asked();
    const refund = await decideApproval(lead, yes(approval.id));
    expect(refund).toMatchObject({
      amount: 4000,
      status: "succeeded",
      approvalId: approval.id,
      createdBy: { id: agent.actor.id },
      reason: "duplicate",
      note: "Twice",
    });
    expect(await leftOf(payment.id)).toBe(1000);
    expect(await approvalCase(agent, approval.id)).toMatchObject({
      approval: { state: "approved", decidedBy: { id: lead.actor.id }, decisionReason: "Fine" },
      lines: [{ state: "refunded" }],
      may: "look",
    });
    await expectLedgerToBalance(world.viewer);
  });

  test("is never approved by who asked, nor by who may not", async () => {
    const { viewer: analyst, person } = await aMember(world, ["analyst"]);
    await limitPerson(world, person.id, { perRefund: 100 });
    const payment = await aPayment(world.viewer);
    const { id } = await refundOrAsk(analyst, { paymentId: payment.id });
    await expect(decideApproval(analyst, yes(id))).rejects.toMatchObject({ facts: { code: "approval_own" } });
    await expect(decideApproval(agent, yes(id))).rejects.toMatchObject({ facts: { status: 403 } });
    await expect(decideApproval({ ...lead, door: "api" }, yes(id))).rejects.toMatchObject({
      facts: { status: 403 },
    });
    expect(await leftOf(payment.id)).toBe(0);
    const again = refundPayment(lead, { paymentId: payment.id, amount: 1 });
    await expect(again).rejects.toMatchObject({ facts: { code: "refund_awaits_approval" } });
    expect(await decideApproval(lead, yes(id))).toMatchObject({ amount: 5000 });
  });

  test("is given up when the bank takes the payment back meanwhile", async () => {
    const { payment, approval } = await asked(4000, { paymentMethodId: "pm_card_createDisputeInquiry" });
    const [inquiry] = await disputesOf(await reader(lead), String(payment.latestChargeId));
    await updateDispute(lead, String(inquiry?.id), {
      evidence: { uncategorized_text: "escalate_inquiry_evidence" },
    });
    await runDueJobs(world.environment, Date.now() + 4 * day);
    expect(await approvalCase(lead, approval.id)).toMatchObject({
      approval: { state: "overtaken" },
      lines: [{ state: "dropped", obstacle: "disputed" }],
    });
    const told = (await mailsOf(world)).filter(({ subjectId }) => subjectId === approval.id);
    expect(told.at(-1)).toMatchObject({ kind: "approval_overtaken", personId: agent.actor.id });
    await expect(decideApproval(lead, yes(approval.id))).rejects.toMatchObject({
      facts: { code: "approval_decided" },
    });
    await expectLedgerToBalance(world.viewer);
  });

  test("is decided once, by one of two at the same time", async () => {
    const { payment, approval } = await asked();
    const both = await Promise.allSettled([
      decideApproval(lead, yes(approval.id)),
      decideApproval(other, yes(approval.id)),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(decideApproval(lead, no(approval.id))).rejects.toMatchObject({
      facts: { code: "approval_decided" },
    });
    expect(await leftOf(payment.id)).toBe(1000);
  });

  test("ends undecided after three days, and can then be decided no more", async () => {
    const { payment, approval } = await asked();
    const then = later(lead, approvalLasts);
    await expect(decideApproval(then, yes(approval.id))).rejects.toMatchObject({
      facts: { code: "approval_expired" },
    });
    await expireApproval(lead, { approvalId: approval.id });
    expect((await approvalCase(lead, approval.id)).approval.state).toBe("waiting");
    await expireApproval(then, { approvalId: approval.id });
    expect((await approvalCase(lead, approval.id)).approval.state).toBe("expired");
    expect(await leftOf(payment.id)).toBe(5000);
  });

  test("is withdrawn by who asked alone", async () => {
    const { approval } = await asked();
    await expect(withdrawApproval(lead, approval.id)).rejects.toMatchObject({
      facts: { code: "approval_not_yours" },
    });
    expect(await withdrawApproval(agent, approval.id)).toMatchObject({ state: "withdrawn" });
    await expect(decideApproval(lead, yes(approval.id))).rejects.toMatchObject({
      facts: { code: "approval_decided" },
    });
  });

  test("is another tenant's nothing", async () => {
    const { approval } = await asked();
    const stranger = (await aWorld()).viewer;
    const gone = { facts: { status: 404 } };
    await expect(decideApproval(stranger, yes(approval.id))).rejects.toMatchObject(gone);
    await expect(withdrawApproval(stranger, approval.id)).rejects.toMatchObject(gone);
    await expect(approvalCase(stranger, approval.id)).rejects.toMatchObject(gone);
    await expect(approvalCase(world.viewerWith(["dispute_analyst"]), approval.id)).rejects.toMatchObject({
      facts: { status: 403 },
    });
  });

  test("that the balance does not cover waits for it once it is approved", async () => {
    const poor = await aWorld();
    const team = await aSupportTeam(poor);
    const payment = await aPayment(poor.viewer);
    await refundPayment(poor.viewer, { paymentId: payment.id, amount: 100 });
    const approval = await refundOrAsk(team.agent, { paymentId: payment.id });
    await aPayment(poor.viewer, { paymentMethodId: "pm_card_createDispute" });
    expect(await decideApproval(team.lead, yes(approval.id))).toMatchObject({
      status: "pending",
      pendingReason: "insufficient_funds",
    });
    await expectLedgerToBalance(poor.viewer);
  });
});

test("what was written to ask and to decide hides numbers and names from who is to be discreet", async () => {
  const { id: customerId } = await createCustomer(world.viewer, { name: "Zoë Ølund" });
  const { id: paymentId } = await aPayment(world.viewer, { customerId, receiptEmail: "zoe@example.com" });
  const call = "Call Zoë, +33 6 12 34 56 78";
  const approval = await refundOrAsk(agent, { paymentId, amount: 4000, note: call, customerMessage: call });
  await decideApproval(lead, { ...no(approval.id), reason: call });
  const hidden = await approvalCase({ ...lead, conceal: concealRows }, approval.id);
  const shown = "Call Z•••, •••";
  expect(hidden.approval).toMatchObject({ note: shown, customerMessage: shown, decisionReason: shown });
});

describe("a run of refunds", () => {
  test("asks once, and is made one by one when it is approved", async () => {
    const payments = await Promise.all([1, 2, 3].map(() => aPayment(world.viewer)));
    const run = await askForRun(agent, { paymentIds: payments.map(({ id }) => id), reason: "duplicate" });
    expect(run).toMatchObject({ lineCount: 3, estimate: 15_000 });
    const { lines } = await approvalCase(lead, String(run?.id));
    await decideApproval(lead, yes(String(run?.id)));
    for (const { id } of lines) await carryOutLine(lead, { lineId: id });
    await carryOutLine(lead, { lineId: String(lines[0]?.id) });
    expect(await Promise.all(payments.map(({ id }) => leftOf(id)))).toEqual([0, 0, 0]);
    await expectLedgerToBalance(world.viewer);
  });

  test("leaves out what cannot be refunded", async () => {
    const paymentIds = [(await aPayment(world.viewer)).id, (await aPayment(world.viewer)).id];
    const disputed = await aPayment(world.viewer, { paymentMethodId: "pm_card_createDispute" });
    await refundPayment(lead, { paymentId: String(paymentIds[1]) });
    const run = await askForRun(agent, { paymentIds: [...paymentIds, disputed.id] });
    expect(run).toMatchObject({ lineCount: 1, estimate: 5000 });
  });

  test("within the limits asks nobody", async () => {
    const payment = await aPayment(world.viewer, { amount: 900 });
    expect(await askForRun(agent, { paymentIds: [payment.id] })).toBeNull();
    expect(await leftOf(payment.id)).toBe(900);
  });
});

test("what is reserved is what waits", async () => {
  await asked();
  const { problems } = await verifyAll();
  expect(problems).toEqual([]);
});
