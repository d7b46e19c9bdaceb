import { expect, test } from "vitest";
import { overviewParams, readOverviewQuery } from "#lib/figures/overview-query";
import { startOfDay } from "#lib/calendar";
import {
  comparedWith,
  comparisons,
  daysIn,
  namedPeriod,
  spanOf,
  spansBefore,
  spansOf,
  stepsFor,
} from "#lib/figures/period";

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
  ["an hour that is missing", "Europe/Paris", "2026-03-29", "2026-03-30"],
  ["an hour that comes twice", "America/New_York", "2026-11-01", "2026-11-02"],
  ["the days after one hour more", "America/New_York", "2026-11-02", "2026-11-09"],
  ["the day after one hour less", "Europe/Paris", "2026-03-30", "2026-03-31"],
  ["a midnight that is skipped", "America/Santiago", "2026-09-06", "2026-09-08"],
  ["clocks at a quarter to", "Asia/Kathmandu", "2026-03-01", "2026-03-12"],
  ["a leap day alone", "Europe/Paris", "2028-02-29", "2028-03-01"],
  ["a leap day at the end", "Europe/Paris", "2028-02-20", "2028-03-01"],
  ["a leap day within", "Europe/Paris", "2028-02-27", "2028-03-05"],
  ["a leap day a year before", "Asia/Kathmandu", "2029-01-10", "2029-05-01"],
  ["months that begin on other days", "Europe/Paris", "2026-03-01", "2026-06-01"],
  ["a year that has a leap day", "Europe/Paris", "2028-01-01", "2029-01-01"],
  ["weeks from a Thursday", "Europe/Paris", "2026-01-01", "2026-03-10"],
])(
  "points stand beside as many that are all of what they are compared with: %s",
  (...[, timeZone, from, until]) => {
    const period = { from, until, timeZone };
    for (const comparison of comparisons) {
      const earlier = comparedWith(period, comparison);
      if (!earlier) continue;
      for (const step of stepsFor(period)) {
        const points = spansBefore(period, { comparison, step });
        expect(points).toHaveLength(spansOf(period, step).length);
        expect({ start: points[0]?.start, end: points.at(-1)?.end }).toEqual(spanOf(earlier));
        points.forEach(({ start, end }, index) => {
          expect(end).toBeGreaterThanOrEqual(start);
          expect(start).toBe(points[index - 1]?.end ?? start);
        });
      }
    }
  },
);

test("a point is compared with the same hours, days or month before", () => {
  const timeZone = "Europe/Paris";
  const of = (from: string, until: string) => ({ from, until, timeZone });
  const begins = (points: { start: number }[]) => points.map(({ start }) => start);
  const days = (...all: string[]) => all.map((each) => startOfDay(each, timeZone));
  const leap = of("2028-02-28", "2028-03-02");
  expect(begins(spansBefore(leap, { comparison: "year", step: "day" }))).toEqual(
    days("2027-02-28", "2027-03-01", "2027-03-01"),
  );
  const quarter = of("2026-03-01", "2026-06-01");
  expect(begins(spansBefore(quarter, { comparison: "previous", step: "month" }))).toEqual(
    days("2025-11-29", "2025-12-30", "2026-01-29"),
  );
  expect(begins(spansBefore(quarter, { comparison: "year", step: "month" }))).toEqual(
    days("2025-03-01", "2025-04-01", "2025-05-01"),
  );
  const hours = spansBefore(of("2026-03-30", "2026-03-31"), { comparison: "previous", step: "hour" });
  const clocks = hours.map(({ start }) => new Date(start).toISOString().slice(11, 16));
  expect(clocks.slice(0, 5)).toEqual(["23:00", "00:00", "01:00", "01:00", "02:00"]);
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

test("days told the wrong way round are those between them", () => {
  const query = readOverviewQuery({ period: "custom", from: "2026-03-02", to: "2026-02-27" }, calendar);
  expect(query.period).toMatchObject({ from: "2026-02-27", until: "2026-03-03" });
  expect(overviewParams(query).toString()).toBe("period=custom&from=2026-02-27&to=2026-03-02");
});

test.each([
  { period: "never" },
  { period: "custom", from: "2026-02-30", to: "2026-03-01" },
  { period: "custom", from: "2026-03-02" },
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
