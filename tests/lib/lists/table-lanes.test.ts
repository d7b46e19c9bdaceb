import { expect, test } from "vitest";
import { customers } from "#db/schema/index";
import { tableLanes } from "#lib/lists/table-lanes";

const { paymentCount, refundCount, present } = customers;
const byPayments = { column: paymentCount, behind: present, order: "descending" } as const;
const there = { column: present, among: [1], indexed: true };

test.each([
  ["from below", { from: 1 }],
  ["from above", { until: 1 }],
  ["from both sides", { from: 2, until: 5 }],
])("a list in the order of what it is bounded by %s begins where the bound is", (_, bounds) => {
  const lanes = tableLanes(customers, byPayments, [{ column: paymentCount, ...bounds }, there]);
  expect(lanes).toMatchObject([{ pins: [{ column: present, value: 1 }], within: bounds, rest: [] }]);
});

test("bounds of anything else are tested row by row", () => {
  const [lane] = tableLanes(customers, byPayments, [{ column: refundCount, until: 1 }, there]);
  expect(lane?.within).toBeUndefined();
  expect(lane?.rest).toHaveLength(1);
});
