import { describe, expect, test } from "vitest";
import { nextPayoutAt, payoutTimeZone } from "#lib/balance-settings/next-payout";
import type { BalanceSettings } from "#lib/balance-settings/settings";
import { dayAt } from "#lib/calendar";

const never = { weekdays: [], monthDays: [], startOfDay: null } satisfies Partial<BalanceSettings>;

function next(schedule: Partial<BalanceSettings>, now: string): string | null {
  const at = nextPayoutAt({ interval: "daily", ...never, ...schedule }, Date.parse(now));
  return at === null ? null : new Date(at).toISOString();
}

describe("the next automatic payout", () => {
  test.each([
    ["is on the next business day", {}, "2031-07-01T12:00Z", "2031-07-02T00:10:00.000Z"],
    ["is later the same day just after midnight", {}, "2031-07-02T00:00Z", "2031-07-02T00:10:00.000Z"],
    ["waits for Monday", {}, "2031-07-04T12:00Z", "2031-07-07T00:10:00.000Z"],
    [
      "is on the weekdays it is told",
      { interval: "weekly", weekdays: ["tuesday", "friday"] },
      "2031-07-01T12:00Z",
      "2031-07-04T00:10:00.000Z",
    ],
    [
      "is on the days of the month it is told",
      { interval: "monthly", monthDays: [1, 15] },
      "2031-07-01T12:00Z",
      "2031-07-15T00:10:00.000Z",
    ],
    [
      "of the 31st is on the last day of a shorter month",
      { interval: "monthly", monthDays: [31] },
      "2031-09-02T00:00Z",
      "2031-09-30T00:10:00.000Z",
    ],
    [
      "begins its day where and when it is told",
      { startOfDay: { hour: 17, minutes: 30, timezone: "Asia/Tokyo" } },
      "2031-07-01T12:00Z",
      "2031-07-02T08:40:00.000Z",
    ],
    [
      "is at the same hour on a day whose clocks change",
      {
        interval: "monthly",
        monthDays: [30],
        startOfDay: { hour: 17, minutes: 0, timezone: "Europe/Paris" },
      },
      "2031-03-29T12:00Z",
      "2031-03-30T15:10:00.000Z",
    ],
  ] satisfies [string, Partial<BalanceSettings>, string, string][])(
    "%s",
    (_what, schedule, now, expected) => {
      expect(next(schedule, now)).toBe(expected);
    },
  );

  test("is on the weekday it is told where its days begin, whatever day it is elsewhere", () => {
    const startOfDay = { hour: 0, minutes: 0, timezone: "Asia/Tokyo" };
    const at = Date.parse(
      next({ interval: "weekly", weekdays: ["monday"], startOfDay }, "2031-07-01T12:00Z") ?? "",
    );
    expect(dayAt(at, "UTC")).toBe("2031-07-06");
    expect(dayAt(at, payoutTimeZone({ startOfDay }))).toBe("2031-07-07");
  });

  test("is never made by hand", () => {
    expect(next({ interval: "manual" }, "2031-07-01T12:00Z")).toBeNull();
  });
});
