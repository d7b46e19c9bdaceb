import { expect, test } from "vitest";
import { addDays, dayAt, firstOfMonth, isDay, momentOn, startOfDay } from "#lib/calendar";

test("a day starts when its clocks say so, even where they skip midnight", () => {
  expect(startOfDay("2026-11-22", "Europe/Paris")).toBe(Date.parse("2026-11-21T23:00Z"));
  expect(startOfDay("2026-11-22", "Asia/Kathmandu")).toBe(Date.parse("2026-11-21T18:15Z"));
  expect(startOfDay("2026-11-22", "Pacific/Kiritimati")).toBe(Date.parse("2026-11-21T10:00Z"));
  // Beirut put its clocks from midnight to one o'clock.
  expect(startOfDay("2024-03-31", "Asia/Beirut")).toBe(Date.parse("2024-03-30T22:00Z"));
  // Monrovia was three quarters of an hour and half a minute behind.
  expect(startOfDay("1971-06-01", "Africa/Monrovia")).toBe(Date.parse("1971-06-01T00:44:30Z"));
  expect(dayAt(startOfDay("2024-03-31", "Asia/Beirut") - 1, "Asia/Beirut")).toBe("2024-03-30");
});

test("days and months are counted on the calendar", () => {
  expect(addDays("2028-02-28", 1)).toBe("2028-02-29");
  expect(addDays("2026-01-01", -1)).toBe("2025-12-31");
  expect(firstOfMonth("2026-03-31", -1)).toBe("2026-02-01");
  expect(firstOfMonth("2026-12-15", 1)).toBe("2027-01-01");
});

test("only days that exist are days", () => {
  expect(["2028-02-29", "1970-01-01"].filter(isDay)).toEqual(["2028-02-29", "1970-01-01"]);
  expect(["2026-02-29", "2026-13-01", "26-01-01", "2026-1-1", "0001-01-01", "today"].filter(isDay)).toEqual(
    [],
  );
});

test.each([
  ["on any day", "2026-07-01", 17 * 60, "Europe/Paris", "2026-07-01T15:00:00.000Z"],
  ["after the hour that is skipped", "2026-03-29", 7 * 60, "Europe/Paris", "2026-03-29T05:00:00.000Z"],
  ["after the hour that comes twice", "2026-11-01", 17 * 60, "America/New_York", "2026-11-01T22:00:00.000Z"],
  ["the first time of two", "2026-10-25", 150, "Europe/Paris", "2026-10-25T00:30:00.000Z"],
  ["as much later where it is skipped", "2026-03-29", 150, "Europe/Paris", "2026-03-29T01:30:00.000Z"],
  ["where they skip midnight", "2026-04-24", 9 * 60, "Africa/Cairo", "2026-04-24T06:00:00.000Z"],
  ["a quarter from the hour", "2026-01-01", 30, "Asia/Kathmandu", "2025-12-31T18:45:00.000Z"],
])("clocks stand at a time of a day %s", (_, day, minutes, timeZone, expected) => {
  expect(new Date(momentOn(day, minutes, timeZone)).toISOString()).toBe(expected);
});
