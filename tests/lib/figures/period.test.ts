import { expect, test } from "vitest";
import { overviewParams, readOverviewQuery } from "#lib/figures/overview-query";
import { comparedWith, daysIn, namedPeriod, spansOf, stepsFor } from "#lib/figures/period";

const calendar = { timeZone: "Europe/Paris", now: Date.parse("2026-10-25T10:00:00Z"), first: "2024-11-03" };
const named = (name: Parameters<typeof namedPeriod>[0]) => {
  const period = namedPeriod(name, calendar);
  return period && [period.from, period.until];
};

test("periods that have a name end with today", () => {
  expect(named("today")).toEqual(["2026-10-25", "2026-10-26"]);
  expect(named("7d")).toEqual(["2026-10-19", "2026-10-26"]);
  expect(named("4w")).toEqual(["2026-09-28", "2026-10-26"]);
  expect(named("3m")).toEqual(["2026-07-26", "2026-10-26"]);
  expect(named("12m")).toEqual(["2025-10-26", "2026-10-26"]);
  expect(named("mtd")).toEqual(["2026-10-01", "2026-10-26"]);
  expect(named("qtd")).toEqual(["2026-10-01", "2026-10-26"]);
  expect(named("ytd")).toEqual(["2026-01-01", "2026-10-26"]);
  expect(named("all")).toEqual(["2024-11-03", "2026-10-26"]);
});

test("a day on which clocks change has 25 hours, or 23", () => {
  const day = (from: string, until: string) => ({ from, until, timeZone: "Europe/Paris" });
  expect(spansOf(day("2026-10-25", "2026-10-26"), "hour")).toHaveLength(25);
  expect(spansOf(day("2026-03-29", "2026-03-30"), "hour")).toHaveLength(23);
});

test("weeks begin on Monday and months on the first, the outer ones cut off", () => {
  const period = { from: "2026-09-30", until: "2026-12-02", timeZone: "Asia/Kathmandu" };
  expect(stepsFor(period)).toEqual(["day", "week", "month"]);
  expect(spansOf(period, "month")).toHaveLength(4);
  const weeks = spansOf(period, "week");
  expect(new Date((weeks[1]?.start ?? 0) + 5.75 * 3_600_000).toISOString()).toBe("2026-10-05T00:00:00.000Z");
});

test("a period is compared with as many days before, or with a year before", () => {
  const period = { from: "2024-02-29", until: "2024-03-02", timeZone: "UTC" };
  expect(comparedWith(period, "previous")).toMatchObject({ from: "2024-02-27", until: "2024-02-29" });
  expect(comparedWith(period, "year")).toMatchObject({ from: "2023-02-28", until: "2023-03-02" });
  expect(comparedWith(period, "none")).toBeNull();
});

test.each([
  { period: "7d", step: "hour", compare: "year" },
  { period: "custom", from: "2026-01-05", to: "2026-02-06" },
  { period: "all", step: "week" },
  {},
])("what an address asks for is said in the same words: %o", (address) => {
  const query = readOverviewQuery(address, calendar);
  expect(Object.fromEntries(overviewParams(query))).toEqual(address);
});

test.each([
  { period: "never" },
  { period: "custom", from: "2026-02-30", to: "2026-03-01" },
  { period: "custom", from: "2026-03-02", to: "2026-03-01" },
  { step: "hour" },
  { compare: "with nothing" },
])("what makes no sense is as it usually is: %o", (address) => {
  const query = readOverviewQuery(address, calendar);
  expect([query.name, query.step, query.comparison, daysIn(query.period)]).toEqual([
    "4w",
    "day",
    "previous",
    28,
  ]);
});
