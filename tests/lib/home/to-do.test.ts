import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { find } from "#db/rows";
import { charges, externalAccounts } from "#db/schema/index";
import { globalTransaction, reader } from "#db/transaction";
import { most, toDoOf } from "#lib/home/to-do";
import { refundOrAsk } from "#lib/approvals/refund-or-ask";
import { createPayment } from "#lib/payments/create-payment";
import type { Viewer } from "#lib/auth/viewer";
import { day, hour } from "#lib/clock";
import { createPayout } from "#lib/payouts/create-payout";
import { settlePayout } from "#lib/payouts/settle-payout";
import { claimDue } from "#lib/webhooks/claim";
import { createEndpoint } from "#lib/webhooks/create-endpoint";
import { settle } from "#lib/webhooks/settle";
import { aSupportTeam } from "#tests/support/approvals";
import { aBusinessWithMoney, daysLater } from "#tests/support/payouts";
import { anEvent } from "#tests/support/webhooks";
import { aWorld, later } from "#tests/support/world";

test("what waits is told to who may see it, with its deadline, the nearest first", async () => {
  const { viewer, viewerWith } = await aWorld();
  const pay = (paymentMethodId: string, more: { captureMethod?: "manual" } = {}) =>
    createPayment(
      viewer,
      { amount: 2500, currency: "eur", paymentMethodId, paymentMethodTypes: ["card"], ...more },
      {},
    );
  expect((await toDoOf(viewer)).map(({ kind }) => kind)).toEqual(["support"]);
  await pay("pm_card_fr", { captureMethod: "manual" });
  await pay("pm_card_createDispute");
  const items = await toDoOf(viewer);
  expect(items.map(({ kind, count }) => [kind, count])).toEqual([
    ["captures", 1],
    ["disputes", 1],
    ["support", 1],
  ]);
  const [hold, answer] = items.map(({ by }) => by ?? 0);
  expect(hold).toBeGreaterThan(viewer.now());
  expect(answer).toBeGreaterThan(hold ?? 0);
  expect(await toDoOf(viewerWith(["view_only"]))).toEqual([]);
  expect((await toDoOf(viewerWith(["dispute_analyst"]))).map(({ kind }) => kind)).toEqual(["disputes"]);
  expect(await toDoOf((await aWorld()).viewer)).toHaveLength(1);
});

test(
  "the hold that ends first is told, however many older ones last longer",
  { timeout: 60_000 },
  async () => {
    const { viewer, environment } = await aWorld();
    const hold = (by: Viewer) =>
      createPayment(
        by,
        {
          ...{ amount: 900, currency: "eur", paymentMethodId: "pm_card_fr" },
          ...{ paymentMethodTypes: ["card"], captureMethod: "manual" as const },
        },
        {},
      );
    for (let index = 0; index < most; index++) await hold(viewer);
    await globalTransaction((db) =>
      db
        .update(charges)
        .set({ captureBefore: viewer.now() + 30 * day })
        .where(eq(charges.environmentId, environment.id)),
    );
    const { latestChargeId } = await hold(later(viewer, hour));
    const last = await find(await reader(viewer), charges, String(latestChargeId));
    const [captures] = await toDoOf(viewer);
    expect(captures).toMatchObject({ kind: "captures", count: most, by: last?.captureBefore });
  },
);

test("who may not add a bank account is not told to", async () => {
  const { viewer, viewerWith, environment } = await aWorld();
  await globalTransaction((db) =>
    db
      .update(externalAccounts)
      .set({ deletedAt: viewer.now() })
      .where(eq(externalAccounts.environmentId, environment.id)),
  );
  const isTold = async (by: Viewer) => (await toDoOf(by)).some(({ kind }) => kind === "bankAccount");
  expect(await isTold(viewerWith(["admin"]))).toBe(true);
  expect(await isTold(viewerWith(["analyst"]))).toBe(false);
});

test("a refund that waits for approval is told to who may decide, until when", async () => {
  const world = await aWorld();
  const { agent, lead } = await aSupportTeam(world);
  const payment = await createPayment(
    world.viewer,
    { amount: 5000, currency: "eur", paymentMethodId: "pm_card_visa", paymentMethodTypes: ["card"] },
    {},
  );
  await refundOrAsk(agent, { paymentId: payment.id, amount: 2000 });
  const waits = async (by: Viewer) => (await toDoOf(by)).find(({ kind }) => kind === "approvals");
  expect(await waits(lead)).toMatchObject({ count: 1 });
  expect((await waits(lead))?.by).toBeGreaterThan(lead.now());
  expect(await waits(agent)).toBeUndefined();
});

test("a failed payout waits for a week after its money came back, however long ago it was made", async () => {
  const world = await aBusinessWithMoney();
  const { id } = await createPayout(world.viewer, { amount: 5_000, currency: "eur" });
  const paid = await daysLater(world, 8);
  const told = async (by: Viewer) => (await toDoOf(by)).find(({ kind }) => kind === "payouts");
  expect(await told(paid.viewer)).toBeUndefined();
  await settlePayout(paid.viewer, { payoutId: id, failure: "account_closed" });
  expect(await told(paid.viewer)).toMatchObject({ count: 1, subject: id });
  expect(await told(later(paid.viewer, 6 * day))).toMatchObject({ count: 1 });
  expect(await told(later(paid.viewer, 8 * day))).toBeUndefined();
});

test("an endpoint that fails waits until something arrives, or for a week after the last was given up", async () => {
  const { viewer } = await aWorld();
  const { endpoint } = await createEndpoint(viewer, { url: "https://shop.test/hook", enabledEvents: ["*"] });
  const answer = async (by: Viewer, status: number) => {
    for (const delivery of await claimDue(by, endpoint.id, 1))
      await settle(by, delivery, { status, error: null, duration: 1, response: "" });
  };
  const isTold = async (by: Viewer) => (await toDoOf(by)).some(({ kind }) => kind === "webhooks");
  await anEvent(viewer);
  expect(await isTold(viewer)).toBe(false);
  for (let hours = 0; hours < 48; hours += 6) {
    await answer(later(viewer, hours * hour), 503);
    expect(await isTold(later(viewer, hours * hour))).toBe(true);
  }
  expect(await isTold(later(viewer, 6 * day))).toBe(true);
  expect(await isTold(later(viewer, 8 * day))).toBe(false);
  const next = later(viewer, 5 * day);
  await anEvent(next);
  await answer(next, 200);
  expect(await isTold(next)).toBe(false);
});
