import { day, hour } from "#lib/clock";
import type { Random } from "./random.ts";

/** When people buy: factors on an average day. */
export interface Rhythm {
  timeZone: string;
  /** Monday first. */
  weekdays: readonly number[];
  /** January first. */
  months: readonly number[];
  /** Midnight first, local time. */
  hours: readonly number[];
  /** How much busier the last day is than the first. */
  growth: number;
  /** Days of their own, as `MM-DD`. */
  specialDays: Readonly<Record<string, number>>;
}

export interface Day {
  /** Milliseconds of local midnight. */
  start: number;
  weight: number;
}

/** The days from `from` to `until` (milliseconds) with how busy each is. */
export function daysBetween(rhythm: Rhythm, from: number, until: number): Day[] {
  const days: Day[] = [];
  for (let noon = from + 12 * hour; noon - 12 * hour < until; noon += day) {
    const local = localDate(noon, rhythm.timeZone);
    const start = Date.UTC(local.year, local.month - 1, local.day) - local.offset;
    const progress = (noon - from) / (until - from);
    const special = rhythm.specialDays[`${pad(local.month)}-${pad(local.day)}`] ?? 1;
    const season = rhythm.months[local.month - 1] ?? 1;
    const weekday = rhythm.weekdays[(new Date(noon + local.offset).getUTCDay() + 6) % 7] ?? 1;
    // The day that `until` cuts short has only that share of its business.
    const share = Math.max(0, Math.min(1, (until - start) / day));
    days.push({ start, weight: (1 + (rhythm.growth - 1) * progress) * season * weekday * special * share });
  }
  return days;
}

/** How many of `total` fall on each day: whole numbers that add up. */
export function share(days: Day[], total: number): number[] {
  const sum = days.reduce((all, { weight }) => all + weight, 0);
  let reached = 0;
  let given = 0;
  return days.map(({ weight }) => {
    reached += (weight / sum) * total;
    const count = Math.round(reached) - given;
    given += count;
    return count;
  });
}

/** `count` different moments of one day before `until`, in order. */
export function momentsOf(day: Day, count: number, rhythm: Rhythm, until: number, random: Random): number[] {
  const hours = rhythm.hours
    .map((weight, index) => [index, weight] as const)
    .filter(([index]) => day.start + index * hour < until - hour || index === 0);
  const moments = Array.from({ length: count }, () => {
    const at = day.start + random.weighted(hours) * hour + random.int(hour);
    return at < until ? at : day.start + random.int(Math.max(1, until - day.start));
  });
  return moments.sort((a, b) => a - b);
}

function localDate(at: number, timeZone: string) {
  const parts = Object.fromEntries(
    new Intl.DateTimeFormat("en-GB", { timeZone, dateStyle: "short", timeStyle: "medium" })
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1 } = parts;
  const local = Date.UTC(year, month - 1, day, parts.hour, parts.minute, parts.second);
  return { year, month, day, offset: Math.round((local - at) / 1000) * 1000 };
}

function pad(number: number): string {
  return String(number).padStart(2, "0");
}
