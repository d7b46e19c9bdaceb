import { afterAll, expect, test } from "vitest";
import { sumPayments } from "#lib/payments/list/sum-payments";
import { paymentTotals } from "#lib/payments/payment-totals";
import { closeWorkers } from "#lib/work/in-worker";
import { aPayment } from "#tests/support/money";
import { aWorld } from "#tests/support/world";

afterAll(closeWorkers);

test("a worker reads the same database, and the same tenant of it", async () => {
  const { viewer } = await aWorld();
  const other = await aWorld();
  await aPayment(viewer);
  await aPayment(other.viewer, { amount: 99_900 });
  const here = await sumPayments(viewer, { filters: {}, ownCurrency: "eur" });
  expect(await paymentTotals(viewer, {})).toEqual(here);
  expect(here).toEqual([{ currency: "eur", count: 1, amount: 5000 }]);
});
