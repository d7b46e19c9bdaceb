import Database from "better-sqlite3";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { reader, transaction } from "#db/transaction";
import { explainLimits } from "#lib/approvals/explain-limits";
import { judgeRefunds } from "#lib/approvals/judge-refunds";
import { previewLimits } from "#lib/approvals/preview-limits";
import { setLimits } from "#lib/approvals/set-limits";
import { decideApproval } from "#lib/approvals/decide-approval";
import { refundOrAsk } from "#lib/approvals/refund-or-ask";
import { day } from "#lib/clock";
import { createCustomer } from "#lib/customers/create-customer";
import { findKey } from "#lib/keys/find-key";
import { createKey } from "#lib/keys/create-key";
import { viewerOfKey } from "#lib/keys/viewer-of-key";
import { findCharge } from "#lib/payments/find-payment";
import { refundPayment } from "#lib/refunds/refund-payment";
import type { Role } from "#lib/auth/roles";
import type { Viewer } from "#lib/auth/viewer";
import { limitPerson, limitRole } from "#tests/support/approvals";
import { aPayment } from "#tests/support/money";
import { aMember } from "#tests/support/team";
import { aWorld, later, type World } from "#tests/support/world";

let world: World;
beforeAll(async () => {
  world = await aWorld();
  await limitRole(world, "support_associate", { perRefund: 2000, perDay: 3000 });
  await limitRole(world, "refund_analyst", { perCustomer: 2500 });
});

const beyond = { facts: { code: "refund_limit_exceeded", param: "amount" } };
const nothing = { perRefund: null, perDay: null, perCustomer: null, approves: null };

async function refund(viewer: Viewer, amount: number, input: Parameters<typeof aPayment>[1] = {}) {
  const payment = await aPayment({ ...world.viewer, now: () => viewer.now() }, input);
  return refundPayment(viewer, { paymentId: payment.id, amount });
}

describe("limits", () => {
  test("count each refund, and the day on the account's clocks", async () => {
    const { viewer } = await aMember(world, ["support_associate"]);
    await expect(refund(viewer, 2001)).rejects.toMatchObject(beyond);
    await refund(viewer, 2000);
    await expect(refund(viewer, 1001)).rejects.toMatchObject(beyond);
    await refund(viewer, 1000);
    await refund(later(viewer, day), 2000);
  });

  test("count what one customer got within thirty days", async () => {
    const { viewer } = await aMember(world, ["refund_analyst"]);
    const customer = await createCustomer(world.viewer, { name: "Ines" });
    await refund(viewer, 2500, { customerId: customer.id });
    await expect(refund(viewer, 1, { customerId: customer.id })).rejects.toMatchObject(beyond);
    await refund(viewer, 2500);
    await expect(refund(viewer, 1)).rejects.toMatchObject(beyond);
    await refund(viewer, 2500, { paymentMethodId: "pm_card_mastercard" });
    await refund(later(viewer, 31 * day), 2500, { customerId: customer.id });
  });

  test("read what was refunded once for a whole run, no further back than it counts", async () => {
    const { viewer } = await aMember(world, ["refund_analyst"]);
    const customer = await createCustomer(world.viewer, { name: "Ines" });
    await refund(viewer, 1500, { customerId: customer.id });
    await refund(viewer, 1500, { paymentMethodId: "pm_card_amex" });
    const ofCustomer = await aPayment(world.viewer, { amount: 1000, customerId: customer.id });
    const ofGuest = await aPayment(world.viewer, { amount: 1100, paymentMethodId: "pm_card_amex" });
    const ofOther = await aPayment(world.viewer, { amount: 2000, paymentMethodId: "pm_card_jcb" });
    const charge = async (id: string | null) => findCharge(await reader(viewer), String(id));
    const run = await Promise.all(
      [ofCustomer, ofGuest, ofOther].map(async ({ latestChargeId, amount }) => ({
        charge: await charge(latestChargeId),
        amount,
      })),
    );
    const prepare = vi.spyOn(Database.prototype, "prepare");
    const exceeded = await transaction(viewer, (tx) => judgeRefunds(tx, run));
    const asked = prepare.mock.calls.map(([text]) => text).filter((text) => text.includes('from "refunds"'));
    prepare.mockRestore();
    expect(exceeded).toEqual([{ limit: "per_customer", allowed: 2500, reached: 2600 }]);
    expect(asked).toHaveLength(1);
    const file = new Database((process.env.DATABASE_URL ?? "").replace("file:", ""), { readonly: true });
    const unknown = Array.from(asked[0]?.matchAll(/\?/g) ?? [], () => null);
    const [plan] = file.prepare<unknown[]>(`explain query plan ${asked[0]}`).all(...unknown);
    file.close();
    expect(plan).toMatchObject({
      detail: "SEARCH refunds USING INDEX refunds_created (environment_id=? AND created_at>?)",
    });
  });

  test("convert other currencies", async () => {
    const { viewer } = await aMember(world, ["support_associate"]);
    await expect(refund(viewer, 5000, { amount: 5000, currency: "usd" })).rejects.toMatchObject(beyond);
    await refund(viewer, 2000, { amount: 5000, currency: "usd" });
    await expect(refund(viewer, 500_000, { amount: 500_000, currency: "jpy" })).rejects.toMatchObject(beyond);
  });

  test("of several roles are the most generous, and one's own go before all", async () => {
    const { viewer, person } = await aMember(world, ["support_associate", "refund_analyst"]);
    await refund(viewer, 5000);
    await setLimits(world.viewer, { kind: "person", id: person.id }, { ...nothing, perRefund: 100 });
    await expect(refund(viewer, 101)).rejects.toMatchObject(beyond);
    await setLimits(world.viewer, { kind: "person", id: person.id }, nothing);
    await refund(viewer, 101);
  });

  test("do not count what somebody else approved", async () => {
    const { viewer } = await aMember(world, ["support_associate"]);
    const lead = (await aMember(world, ["analyst"])).viewer;
    const payment = await aPayment(world.viewer);
    const approval = await refundOrAsk(viewer, { paymentId: payment.id });
    await decideApproval(lead, { approvalId: approval.id, verdict: "approve", reason: "Yes" });
    await refund(viewer, 2000);
  });

  test("of a key are those of its maker, unless it has its own; beyond them nothing changes", async () => {
    const { viewer, person } = await aMember(world, ["developer"]);
    await setLimits(world.viewer, { kind: "person", id: person.id }, { ...nothing, perRefund: 100 });
    const { text, key } = await createKey(viewer, { kind: "secret", name: "Shop" });
    const found = await findKey(text);
    if (!found) throw new Error("The key is gone");
    const api = viewerOfKey(found, null);
    await expect(refund(api, 101)).rejects.toMatchObject(beyond);
    await setLimits(world.viewer, { kind: "key", id: key.id }, { ...nothing, perRefund: 200 });
    await refund(api, 200);
    await expect(refund(api, 201)).rejects.toMatchObject(beyond);
  });
});

describe("rules", () => {
  test("say before they are made whom they touch", async () => {
    const here = await aWorld();
    const { person } = await aMember(here, ["support_associate"]);
    const touched = await previewLimits(
      here.viewer,
      { kind: "role", id: "support_associate" },
      { ...nothing, perRefund: 500, approves: true },
    );
    expect(touched).toMatchObject([
      {
        kind: "person",
        id: person.id,
        before: { perRefund: null, approves: false },
        after: { perRefund: 500, approves: true },
      },
    ]);
  });

  test("say which roles approve", async () => {
    const here = await aWorld();
    await limitRole(here, "support_associate", { perRefund: 1000 });
    await limitRole(here, "refund_analyst", { approves: true });
    await limitRole(here, "analyst", { approves: false });
    const { viewer } = await aMember(here, ["support_associate"]);
    const approver = (await aMember(here, ["refund_analyst"])).viewer;
    const analyst = (await aMember(here, ["analyst"])).viewer;
    const payment = await aPayment(here.viewer);
    const { id } = await refundOrAsk(viewer, { paymentId: payment.id });
    const decision = { approvalId: id, verdict: "approve", reason: "Yes" } as const;
    await expect(decideApproval(analyst, decision)).rejects.toMatchObject({ facts: { status: 403 } });
    expect(await decideApproval(approver, decision)).toMatchObject({ amount: 5000 });
  });

  test("are explained: what decides them, and what a rule says of approving", async () => {
    const here = await aWorld();
    await limitRole(here, "support_associate", { perRefund: 1000 });
    await limitRole(here, "analyst", { approves: false });
    const of = async (roles: Role[], owner = false) => {
      const { person } = await aMember(here, roles, { owner });
      return { personId: person.id, roles, owner };
    };
    const [support, analyst, reader, owner] = [
      await of(["support_associate", "view_only"]),
      await of(["analyst"]),
      await of(["view_only"]),
      await of(["super_admin"], true),
    ];
    const explained = (member: typeof support) => explainLimits(here.viewer, member);
    expect(await explained(support)).toMatchObject({
      limits: { perRefund: 1000, perDay: null },
      by: "roles",
      roles: ["support_associate"],
      approves: false,
      isApprovalRuled: false,
    });
    await limitPerson(here, support.personId, { perDay: 500 });
    expect(await explained(support)).toMatchObject({
      limits: { perRefund: null, perDay: 500 },
      by: "person",
    });
    expect(await explained(analyst)).toMatchObject({ by: "roles", approves: false, isApprovalRuled: true });
    expect(await explained(reader)).toBeNull();
    expect(await explained(owner)).toMatchObject({ by: "owner", approves: true, isApprovalRuled: false });
  });

  test("are read by who sets them, and by everybody of themselves", async () => {
    const [one, other] = [await aMember(world, ["analyst"]), await aMember(world, ["analyst"])];
    const member = { personId: one.person.id, roles: ["analyst"], owner: false };
    expect(await explainLimits(one.viewer, member)).not.toBeNull();
    await expect(explainLimits(other.viewer, member)).rejects.toMatchObject({ facts: { status: 403 } });
  });

  test("are made by administrators who just proved who they are, about whom there is", async () => {
    const rule = { ...nothing, perRefund: 1 };
    const analyst = { kind: "role", id: "refund_analyst" } as const;
    expect(() => setLimits(world.viewerWith(["developer"]), analyst, rule)).toThrow(/limits:write/);
    expect(() => setLimits({ ...world.viewer, provedAt: null }, analyst, rule)).toThrow(/Prove/);
    const stranger = await aMember(await aWorld(), ["analyst"]);
    for (const subject of [
      { kind: "person", id: stranger.person.id },
      { kind: "key", id: "mk_nobody" },
      { kind: "role", id: "boss" },
    ] as const) {
      await expect(setLimits(world.viewer, subject, rule)).rejects.toMatchObject({ facts: { status: 404 } });
    }
    await expect(setLimits(world.viewer, { kind: "role", id: "view_only" }, rule)).rejects.toMatchObject({
      facts: { code: "role_without_refunds" },
    });
  });
});
