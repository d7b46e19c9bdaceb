import { describe, expect, test } from "vitest";
import type { BalanceSettings } from "#lib/balance-settings/settings";
import { scheduleForm } from "../../app/[environment]/balances/forms";
import { monthDayOptions, weekdayOptions } from "../../app/[environment]/balances/schedule/day-options";

type Days = Pick<BalanceSettings, "interval" | "weekdays" | "monthDays">;

/** What the form sends when nothing is changed in it. */
function sentUnchanged(settings: Days) {
  return scheduleForm.parse({
    interval: settings.interval,
    weekday: weekdayOptions("en", settings).defaultValue,
    monthDay: monthDayOptions("en", settings).defaultValue,
    minimum: "",
  });
}

describe("the form of the schedule", () => {
  test.each<Days>([
    { interval: "weekly", weekdays: ["tuesday", "friday"], monthDays: [] },
    { interval: "weekly", weekdays: ["friday"], monthDays: [] },
    { interval: "monthly", weekdays: [], monthDays: [1, 15, 31] },
    { interval: "monthly", weekdays: [], monthDays: [28] },
    { interval: "daily", weekdays: [], monthDays: [] },
  ])("leaves the days as they are when something else is changed: %j", (settings) => {
    expect(sentUnchanged(settings)).toMatchObject(settings);
  });

  test("offers several days where a program chose them, in words", () => {
    const { options } = weekdayOptions("fr", { weekdays: ["tuesday", "friday"] });
    expect(options[0]).toEqual({ value: "tuesday,friday", label: "mardi et vendredi" });
    expect(options).toHaveLength(6);
    expect(weekdayOptions("fr", { weekdays: ["friday"] }).options).toHaveLength(5);
  });

  test.each([
    ["", ""],
    ["0", ""],
    ["0,00", ""],
    ["0.50", "0.50"],
    ["100", "100"],
  ])("takes %j as a minimum of %j", (typed, minimum) => {
    const sent = { interval: "daily", weekday: "monday", monthDay: "1", minimum: typed };
    expect(scheduleForm.parse(sent)).toMatchObject({ minimum });
  });

  test("takes no day that there is not", () => {
    const sent = { interval: "weekly", weekday: "friday,sunday", monthDay: "1", minimum: "" };
    expect(scheduleForm.safeParse(sent).success).toBe(false);
    expect(scheduleForm.safeParse({ ...sent, weekday: "friday", monthDay: "32" }).success).toBe(false);
  });
});
