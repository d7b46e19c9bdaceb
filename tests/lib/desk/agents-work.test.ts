import { beforeAll, describe, expect, test } from "vitest";
import { decideApproval } from "#lib/approvals/decide-approval";
import { listApprovals } from "#lib/approvals/queries";
import { refundOrAsk } from "#lib/approvals/refund-or-ask";
import type { Viewer } from "#lib/auth/viewer";
import { day, hour } from "#lib/clock";
import { agentsWork, spanOf } from "#lib/desk/agents-work";
import { findPayments } from "#lib/desk/find-payments";
import { refundsBy } from "#lib/desk/refunds-by";
import { acceptDispute } from "#lib/disputes/accept-dispute";
import { disputesOf } from "#lib/disputes/find-dispute";
import { reader } from "#db/transaction";
import { createPayment } from "#lib/payments/create-payment";
import { refundPayment } from "#lib/refunds/refund-payment";
import { followChanges } from "#lib/search/index/follow-changes";
import { aSupportTeam } from "#tests/support/approvals";
import { aPayment } from "#tests/support/money";
import { whileIndexIsMade } from "#tests/support/search";
import { aWorld, later, type World } from "#tests/support/world";

let world: World;
let team: { agent: Viewer; lead: Viewer; other: Viewer };
beforeAll(async () => {
  world = await aWorld();
  team = await aSupportTeam(world);
});

const newest = { direction: "older", from: null, size: 25 } as const;

describe("the work of the team", () => {
  test("says who refunded how much and why, and each figure has its list", async () => {
    const payment = await aPayment(world.viewer);
    await refundPayment(team.agent, { paymentId: payment.id, amount: 700, reason: "duplicate" });
    await refundPayment(team.agent, { paymentId: payment.id, amount: 300 });
    // A card of its own: as fraud it is blocked from then on.
    const dollars = await aPayment(world.viewer, { currency: "usd", paymentMethodId: "pm_card_mastercard" });
    await refundPayment(team.lead, { paymentId: dollars.id, amount: 1000, reason: "fraudulent" });
    const { refunds } = await agentsWork(team.lead, "30_days");
    expect(refunds.find(({ by }) => by.id === team.agent.actor.id)).toMatchObject({
      count: 2,
      amount: 1000,
      reasons: { duplicate: 1, other: 1, fraudulent: 0 },
    });
    expect(refunds.find(({ by }) => by.id === team.lead.actor.id)?.amount).toBeLessThan(1000);
    const asked = { period: "30_days", by: String(team.agent.actor.id), page: newest } as const;
    const { rows } = await refundsBy(team.lead, { ...asked, reason: "duplicate" });
    expect(rows.map(({ amount }) => amount)).toEqual([700]);
    expect((await refundsBy(team.lead, { ...asked, reason: "other" })).rows).toHaveLength(1);
    expect((await refundsBy(team.lead, { ...asked, reason: null })).rows).toHaveLength(2);
  });

  test("says how soon approvals were decided and disputes answered", async () => {
    const payment = await aPayment(world.viewer);
    const approval = await refundOrAsk(team.agent, { paymentId: payment.id });
    const decision = { approvalId: approval.id, verdict: "approve", reason: "Yes" } as const;
    await decideApproval(later(team.lead, hour), decision);
    const disputed = await aPayment(world.viewer, { paymentMethodId: "pm_card_createDispute" });
    const [dispute] = await disputesOf(await reader(world.viewer), String(disputed.latestChargeId));
    await acceptDispute(later(team.lead, 2 * hour), String(dispute?.id));
    const work = await agentsWork(team.lead, "30_days");
    expect(work.approvals).toMatchObject({ count: 1 });
    expect(work.approvals.median).toBeGreaterThanOrEqual(hour);
    expect(work.disputes).toMatchObject({ byDeadline: 1, late: 0 });
    const decided = async (viewer: Viewer) => {
      const within = spanOf(viewer, "30_days");
      return (await listApprovals(viewer, { states: ["approved", "denied"], within, page: newest })).rows;
    };
    expect((await decided(team.lead)).map(({ id }) => id)).toEqual([approval.id]);
    expect(await decided(later(team.lead, 40 * day))).toEqual([]);
  });

  test("is for who leads", async () => {
    await expect(agentsWork(team.agent, "30_days")).rejects.toMatchObject({ facts: { status: 403 } });
    const asked = { period: "7_days", by: "none", reason: null, page: newest } as const;
    await expect(refundsBy(team.agent, asked)).rejects.toMatchObject({ facts: { status: 403 } });
    const stranger = (await aWorld()).viewer;
    expect((await agentsWork(stranger, "30_days")).refunds).toEqual([]);
  });
});

describe("a search at the desk", () => {
  test("leads from an order number, an id or an email to the payment", async () => {
    const input = { receiptEmail: "ines@desk.test", metadata: { order: "LV-77-001" } };
    const { id } = await aPayment(world.viewer, input);
    await followChanges();
    for (const text of ["LV-77-001", id, "ines@desk.test"]) {
      expect(await findPayments(team.agent, text)).toMatchObject({ only: id });
    }
    expect(await findPayments(team.agent, "nobody@desk.test")).toEqual({
      payments: [],
      customers: [],
      only: null,
      unready: false,
    });
    // A payment found is not the one meant, where others may not be found yet.
    await whileIndexIsMade(async () => {
      expect(await findPayments(team.agent, "LV-77-001")).toMatchObject({ only: null, unready: true });
      expect(await findPayments(team.agent, id)).toMatchObject({ only: id });
    });
    await expect(findPayments(world.viewerWith(["view_only"]), id)).rejects.toMatchObject({
      facts: { status: 403 },
    });
  });

  test("finds a payment by a name, an amount and the day, as people write them", async () => {
    const billingDetails = { name: "Inès Delorme" };
    const paymentMethodData = { type: "card", card: { token: "tok_visa" }, billingDetails } as const;
    const order = { amount: 4321, currency: "eur", paymentMethodData };
    const { id, createdAt } = await createPayment(world.viewer, order, {});
    await followChanges();
    const { timeZone } = team.agent;
    const dayIn = (locale: string, month: "short" | "long", year?: "numeric") =>
      new Intl.DateTimeFormat(locale, { timeZone, day: "numeric", month, year }).format(createdAt);
    const days = [
      ...[dayIn("en-GB", "short"), dayIn("en-US", "long", "numeric"), dayIn("en-US", "short")],
      ...[dayIn("fr-FR", "short"), dayIn("fr-FR", "long", "numeric")],
    ];
    for (const said of days) {
      expect(await findPayments(team.agent, `delorme 43,21 ${said}`), said).toMatchObject({ only: id });
    }
    expect(await findPayments(team.agent, "delorme 43,21 1 janvier 2020")).toMatchObject({ only: null });
  });
});
