import { beforeAll, expect, test } from "vitest";
import { listTotals } from "#lib/lists/list-totals";
import type { PaymentFilters } from "#lib/payments/list/payment-filters";
import { sumPayments } from "#lib/payments/list/sum-payments";
import { aPayment } from "#tests/support/money";
import { aWorld, type World } from "#tests/support/world";

let world: World;
beforeAll(async () => {
  world = await aWorld();
  const other = await aWorld();
  await aPayment(other.viewer, { amount: 99_900 });
  for (const amount of [1000, 2500, 4000]) await aPayment(world.viewer, { amount });
  await aPayment(world.viewer, { amount: 1800, currency: "jpy" });
  await aPayment(world.viewer, { amount: 700, captureMethod: "manual" });
});

const sum = (filters: PaymentFilters) => sumPayments(world.viewer, { filters, ownCurrency: "eur" });

test("totals are counted per currency, of this tenant alone", async () => {
  expect(await sum({})).toEqual([
    { currency: "eur", count: 4, amount: 8200, received: 7500 },
    { currency: "jpy", count: 1, amount: 1800, received: 1800 },
  ]);
});

test("totals are of what the filters let pass, several values of one together", async () => {
  expect(await sum({ statuses: ["uncaptured"] })).toEqual([
    { currency: "eur", count: 1, amount: 700, received: 0 },
  ]);
  expect(await sum({ statuses: ["uncaptured", "succeeded"], currency: "eur", amountFrom: 1000 })).toEqual([
    { currency: "eur", count: 3, amount: 7500, received: 7500 },
  ]);
  expect(await sum({ customerIds: [] })).toEqual([]);
});

test("need the permission", () => {
  const asked = { list: "payments", address: {} };
  expect(() => listTotals(world.viewerWith(["iam_admin"]), asked)).toThrow(/payments:read/);
});
