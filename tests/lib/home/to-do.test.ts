import { expect, test } from "vitest";
import { toDoOf } from "#lib/home/to-do";
import { createPayment } from "#lib/payments/create-payment";
import { aWorld } from "#tests/support/world";

test("what waits is told to who may see it, with its deadline", async () => {
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
    ["disputes", 1],
    ["captures", 1],
    ["support", 1],
  ]);
  expect(items.slice(0, 2).every(({ by }) => by !== null && by > viewer.now())).toBe(true);
  expect((await toDoOf(viewerWith(["view_only"]))).map(({ kind }) => kind)).not.toContain("support");
  expect(await toDoOf((await aWorld()).viewer)).toHaveLength(1);
});
