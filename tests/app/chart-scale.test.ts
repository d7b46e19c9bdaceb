import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { downOf, gridOf, namedPoints, pathOf, ticksFor } from "../../app/_ui/chart-scale.ts";

describe("the marks of a chart's axis", () => {
  test.each([
    { of: "amounts", values: [120, 480, 930], ticks: [0, 500, 1000] },
    { of: "what came to less than nothing", values: [-30, 50, null], ticks: [-40, -20, 0, 20, 40, 60] },
    { of: "nothing but less than nothing", values: [-8, -3], ticks: [-8, -6, -4, -2, 0] },
    { of: "a few things, which are whole", values: [0, 1, 2], ticks: [0, 1, 2] },
    { of: "shares", values: [0.31, 0.12], ticks: [0, 0.1, 0.2, 0.3, 0.4] },
    { of: "nothing at all", values: [0, 0], ticks: [0, 1] },
    { of: "no values", values: [null], ticks: [0, 1] },
  ])("are even and round, of $of", ({ values, ticks }) => {
    expect(ticksFor(values).map((tick) => Number(tick.toPrecision(6)))).toEqual(ticks);
  });

  test("are few, and hold zero and every value between them", () => {
    // Amounts of a currency with three decimals.
    const amount = fc.integer({ min: -1e12, max: 1e12 }).map((minor) => minor / 1000);
    const drawn = fc.array(fc.option(amount), { maxLength: 40 });
    fc.assert(
      fc.property(drawn, (values) => {
        const ticks = ticksFor(values);
        expect(ticks.length).toBeGreaterThanOrEqual(2);
        expect(ticks.length).toBeLessThanOrEqual(7);
        for (const value of [0, ...values]) {
          if (value === null) continue;
          expect(downOf(value, ticks)).toBeGreaterThanOrEqual(-1e-9);
          expect(downOf(value, ticks)).toBeLessThanOrEqual(1 + 1e-9);
        }
      }),
    );
  });
});

test("a line goes from side to side, breaks where there is no value and is a dot where one stands alone", () => {
  expect(pathOf([0, 5, 10], [0, 5, 10])).toBe("M0 1000L2000 500L4000 0");
  expect(pathOf([0, null, 10, null, 5], [0, 5, 10])).toBe("M0 1000h0M2000 0h0M4000 500h0");
  expect(pathOf([5], [0, 5, 10])).toBe("M2000 500h0");
  expect(pathOf([], [0, 1])).toBe("");
  expect(gridOf([0, 1, 2])).toBe("M0 1000H4000M0 500H4000M0 0H4000");
});

test("the first and the last point are named, and at most three between them", () => {
  expect(namedPoints(0)).toEqual([]);
  expect(namedPoints(1)).toEqual([0]);
  expect(namedPoints(4)).toEqual([0, 1, 2, 3]);
  expect(namedPoints(28)).toEqual([0, 7, 14, 20, 27]);
});
