import { memoize } from "#lib/i18n/memoize";

/** A day of the calendar: "2026-11-22". */
export type Day = string;

/** The day it is at `at` (milliseconds) on the clocks of `timeZone`. */
export function dayAt(at: number, timeZone: string): Day {
  return calendar(timeZone).format(at);
}

/** The first millisecond of a day on the clocks of `timeZone`, also where they skip midnight. */
export function startOfDay(day: Day, timeZone: string): number {
  const name = `${timeZone} ${day}`;
  const remembered = starts.get(name);
  if (remembered !== undefined) return remembered;
  if (starts.size >= mostStarts) starts.clear();
  const start = searchStart(day, timeZone);
  starts.set(name, start);
  return start;
}

/**
 * When the clocks of `timeZone` stand so many minutes after midnight on a day, also one on which they change: what they
 * show twice is meant the first time, what they skip comes as much later.
 */
export function momentOn(day: Day, minutes: number, timeZone: string): number {
  const shown = Date.parse(`${day}T00:00:00Z`) + minutes * 60_000;
  const unchanged = startOfDay(day, timeZone) + minutes * 60_000;
  const at = shown - offsetAt(unchanged, timeZone);
  return at + offsetAt(at, timeZone) === shown ? at : unchanged;
}

/** How far the clocks of `timeZone` are ahead of UTC at a moment, which is a whole second; both milliseconds. */
export function offsetAt(at: number, timeZone: string): number {
  const parts = new Map(
    clock(timeZone)
      .formatToParts(at)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  return Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second")) - at;
}

const starts = new Map<Day, number>();
/** Some decades in some time zones. */
const mostStarts = 50_000;

/** Days begin at a quarter of an hour, but for some of long ago. */
function searchStart(day: Day, timeZone: string): number {
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const outer = { before: midnight - widestOffset, within: midnight + widestOffset };
  const near = narrow(outer, 15 * 60_000, (at) => dayAt(at, timeZone) < day);
  if (dayAt(near.within - 1, timeZone) < day) return near.within;
  return narrow(near, 1, (at) => dayAt(at, timeZone) < day).within;
}

interface Bounds {
  before: number;
  within: number;
}

/** Brings the bounds as near to each other as `step`, of which they are multiples apart. */
function narrow({ before, within }: Bounds, step: number, isBefore: (at: number) => boolean): Bounds {
  while (within - before > step) {
    const middle = before + Math.floor((within - before) / step / 2) * step;
    if (isBefore(middle)) before = middle;
    else within = middle;
  }
  return { before, within };
}

/** So many days later, or earlier. */
export function addDays(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** The first day of the month so many months after the day's. */
export function firstOfMonth(day: Day, monthsLater: number): Day {
  const date = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + monthsLater);
  return date.toISOString().slice(0, 10);
}

/** Whether a text is a day that exists, from 1970 to 2999. */
export function isDay(text: string): boolean {
  return /^(19[7-9]|2)/.test(text) && isDate(text);
}

/** The same, also before 1970. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** Clocks are at most fourteen hours from UTC. */
const widestOffset = 15 * 3_600_000;

const calendar = memoize((timeZone: string) => {
  return new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
});

const clock = memoize((timeZone: string) => {
  return new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
});
