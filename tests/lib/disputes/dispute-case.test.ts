import { beforeAll, describe, expect, test } from "vitest";
import { listDisputes } from "#lib/disputes/queries";
import { daysLeft } from "#lib/disputes/days-left";
import { getDisputeCase } from "#lib/disputes/dispute-case";
import { aPayment } from "#tests/support/money";
import { aWorld, type World } from "#tests/support/world";

let world: World;
beforeAll(async () => {
  world = await aWorld();
});

/** The id of the dispute that a payment with this test card brings. */
async function aDisputeOf(card: string, params: { amount?: number; currency?: "usd" } = {}) {
  const payment = await aPayment(world.viewer, { ...params, paymentMethodId: `pm_card_${card}` });
  const { rows } = await listDisputes(world.viewer, { limit: 1 }, { paymentIntentId: payment.id });
  return { payment, id: rows[0]?.id ?? "" };
}

describe("a dispute with all it is judged by", () => {
  test("tells in the settlement currency what it took", async () => {
    const { payment, id } = await aDisputeOf("createDispute", { amount: 10_000, currency: "usd" });
    const found = await getDisputeCase(world.viewer, id);
    expect(found.payment.id).toBe(payment.id);
    expect(found.threat).toBeNull();
    expect(found.moments.map(({ kind }) => kind)).toEqual(["disputed"]);
    const [taken] = found.transactions;
    expect(taken?.currency).toBe(world.viewer.environment.currency);
    expect(taken?.net).toBe((taken?.amount ?? 0) - (taken?.fee ?? 0));
    expect(taken?.fee).toBeGreaterThan(0);
  });

  test("tells of an inquiry what it took not, and would take", async () => {
    const { id } = await aDisputeOf("createDisputeInquiry");
    const found = await getDisputeCase(world.viewer, id);
    expect(found.transactions).toEqual([]);
    expect(found.threat).toMatchObject({ amount: 5000, currency: "eur" });
    expect(found.threat?.fee).toBeGreaterThan(0);
  });

  test("is not another tenant's, nor for those who may not see disputes", async () => {
    const { id } = await aDisputeOf("createDispute");
    const other = await aWorld();
    await expect(getDisputeCase(other.viewer, id)).rejects.toMatchObject({ facts: { status: 404 } });
    await expect(getDisputeCase(world.viewerWith(["iam_admin"]), id)).rejects.toMatchObject({
      facts: { status: 403 },
    });
  });
});

describe("the days left to answer", () => {
  const dueBy = Date.parse("2026-12-03T23:59:59Z");
  const at = (now: string, timeZone: string) =>
    daysLeft({ status: "needs_response", dueBy }, { timeZone, now: Date.parse(now) });

  test("are counted on the account's calendar, where the deadline may be a day later or earlier", () => {
    expect(at("2026-12-01T12:00:00Z", "UTC")).toBe(2);
    expect(at("2026-12-01T12:00:00Z", "Europe/Paris")).toBe(3);
    expect(at("2026-12-02T03:00:00Z", "America/New_York")).toBe(2);
    expect(at("2026-12-03T23:30:00Z", "Europe/Paris")).toBe(0);
  });

  test("are over once the moment has passed, and none where nobody waits", () => {
    expect(at("2026-12-04T00:00:00Z", "America/New_York")).toBeLessThan(0);
    expect(daysLeft({ status: "under_review", dueBy }, { timeZone: "UTC", now: 0 })).toBeNull();
    expect(daysLeft({ status: "needs_response", dueBy: null }, { timeZone: "UTC", now: 0 })).toBeNull();
  });
});
