import { beforeAll, describe, expect, test } from "vitest";
import { isDomainError } from "#lib/errors";
import { capturePayment } from "#lib/payments/capture-payment";
import { listPayments } from "#lib/payments/list-payments";
import type { PaymentFilters } from "#lib/payments/list/payment-filters";
import { sumPayments } from "#lib/payments/list/sum-payments";
import { aPayment } from "#tests/support/money";
import { aWorld, type World } from "#tests/support/world";
import { insertCustomer, insertPayments } from "./list-rows.ts";

const newest = { direction: "older", from: null, size: 25 } as const;

let world: World;
beforeAll(async () => {
  world = await aWorld();
});

const first = async (filters: PaymentFilters = {}, { viewer }: Pick<World, "viewer"> = world) =>
  listPayments(viewer, { filters, page: newest });

describe("a list of payments", () => {
  test("shows a failed payment with the bank's reason, and its customer", async () => {
    await insertCustomer(world.viewer, { id: "cus_hugo", name: "Hugo Marchetti", email: "hugo@example.com" });
    const declined = aPayment(world.viewer, {
      paymentMethodId: "pm_card_visa_chargeDeclinedInsufficientFunds",
      customerId: "cus_hugo",
    });
    await expect(declined).rejects.toSatisfy(isDomainError);

    const { rows } = await first({ statuses: ["failed"] });
    expect(rows).toMatchObject([
      {
        amount: 5000,
        currency: "eur",
        status: "failed",
        failure: "insufficient_funds",
        customer: { id: "cus_hugo", name: "Hugo Marchetti", email: "hugo@example.com" },
        method: { type: "card", brand: "visa", last4: "9995" },
      },
    ]);
  });

  test("says of a payment that was paid in the end nothing of earlier attempts", async () => {
    const payment = await aPayment(world.viewer, { amount: 777 });
    const { rows } = await first({ amount: 777, currency: "eur" });
    expect(rows).toMatchObject([{ id: payment.id, status: "succeeded", failure: null }]);
  });

  test("shows, orders and adds up what was asked for, and what came in beside it", async () => {
    const { viewer } = await aWorld();
    const held = await aPayment(viewer, { amount: 5000, captureMethod: "manual" });
    expect((await first({}, { viewer })).rows).toMatchObject([{ id: held.id, amount: 5000, received: 0 }]);
    await capturePayment(viewer, { paymentId: held.id, amount: 3000 });
    expect((await first({}, { viewer })).rows).toMatchObject([{ id: held.id, amount: 5000, received: 3000 }]);
    expect((await first({ amount: 5000, currency: "eur" }, { viewer })).rows).toHaveLength(1);
    expect((await first({ amount: 3000, currency: "eur" }, { viewer })).rows).toHaveLength(0);
    expect(await sumPayments(viewer, { filters: {}, ownCurrency: "eur" })).toEqual([
      { currency: "eur", count: 1, amount: 5000, received: 3000 },
    ]);
  });

  test("keeps customers from those who may not see them", async () => {
    await insertPayments(world.viewer, [
      { id: "pi_private", createdAt: Date.now(), customerId: "cus_hugo", receiptEmail: "me@example.com" },
    ]);
    const permissions = new Set(world.viewer.permissions);
    permissions.delete("customers:read");
    const { rows } = await first({ customerIds: ["cus_hugo"] }, { viewer: { ...world.viewer, permissions } });
    expect(rows.map(({ id }) => id)).toContain("pi_private");
    for (const row of rows) expect(row).toMatchObject({ customer: null, receiptEmail: null });
  });

  test("is refused without the permission to read payments", async () => {
    await expect(first({}, { viewer: world.viewerWith(["topup_specialist"]) })).rejects.toMatchObject({
      facts: { status: 403 },
    });
  });

  test("never shows another tenant's, whatever its cursor says", async () => {
    const [theirs] = (await first()).rows;
    const stranger = await aWorld();
    await insertPayments(stranger.viewer, [{ id: "pi_stranger", createdAt: Date.now() }]);
    const after = {
      direction: "older",
      from: theirs ? { at: theirs.createdAt, id: theirs.id } : null,
      size: 25,
    } as const;
    const { rows } = await listPayments(stranger.viewer, { filters: {}, page: after });
    const all = await first({}, stranger);
    expect(all.rows.map(({ id }) => id)).toEqual(["pi_stranger"]);
    expect(rows).toEqual([]);
  });
});

describe("a page that finds little", () => {
  test("stops after as many entries as a page may look at, and goes on from there", async () => {
    const { viewer } = await aWorld();
    const start = Date.UTC(2026, 0, 1);
    await insertPayments(viewer, [
      { id: "pi_first", createdAt: start, brand: "jcb", methodType: "card", amount: 100 },
      ...Array.from({ length: 2100 }, (_, n) => ({ id: `pi_${n}`, createdAt: start + 1000 + n })),
    ]);
    const filters = { amountFrom: 100, amountTo: 200 };

    const short = await listPayments(viewer, { filters, page: newest });
    expect(short).toMatchObject({ rows: [], older: null, continueFrom: { id: "pi_100" } });

    const page = { ...newest, from: short.continueFrom };
    const rest = await listPayments(viewer, { filters, page });
    expect(rest).toMatchObject({ rows: [{ id: "pi_first" }], older: null, continueFrom: null });
  });
});
