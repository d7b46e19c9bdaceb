import { addDays, type Day, dayAt, firstOfMonth, isDay, momentOn, offsetAt, startOfDay } from "#lib/calendar";
import { day, hour, minute } from "#lib/clock";

export const periodNames = ["today", "7d", "4w", "3m", "12m", "mtd", "qtd", "ytd", "all", "custom"] as const;
export const steps = ["hour", "day", "week", "month"] as const;
export const comparisons = ["previous", "year", "none"] as const;

export type PeriodName = (typeof periodNames)[number];
export type Step = (typeof steps)[number];
export type Comparison = (typeof comparisons)[number];

/** Whole days on the clocks of a time zone: from the first, before the second. */
export interface Period {
  from: Day;
  /** The first day that is no longer in it. */
  until: Day;
  timeZone: string;
}

/** A while that is drawn as one point: milliseconds, from the first, before the second. */
export interface Span {
  start: number;
  end: number;
}

interface Calendar {
  timeZone: string;
  /** Milliseconds. */
  now: number;
  /** The day of the first figure: where "all" begins. */
  first: Day;
}

/** The days of a period that has a name, up to and with today; null for one that has to be told. */
export function namedPeriod(name: PeriodName, { timeZone, now, first }: Calendar): Period | null {
  const today = dayAt(now, timeZone);
  const until = addDays(today, 1);
  const from: Record<PeriodName, Day | null> = {
    today,
    "7d": addDays(until, -7),
    "4w": addDays(until, -28),
    "3m": addDays(sameDayOf(today, -3), 1),
    "12m": addDays(sameDayOf(today, -12), 1),
    mtd: firstOfMonth(today, 0),
    qtd: firstOfMonth(today, -((Number(today.slice(5, 7)) - 1) % 3)),
    ytd: `${today.slice(0, 4)}-01-01`,
    all: first < today ? first : today,
    custom: null,
  };
  const begins = from[name];
  return begins === null ? null : { from: begins, until, timeZone };
}

/** A period that was told by its first and last day; null when they are no days, in no order or too far apart. */
export function toldPeriod(from: string, last: string, timeZone: string): Period | null {
  if (!isDay(from) || !isDay(last) || last < from) return null;
  const period = { from, until: addDays(last, 1), timeZone };
  return daysIn(period) <= mostDays ? period : null;
}

const mostDays = 366 * 50;

/** What a period is compared with: as many days just before it, or the same days of the year before. */
export function comparedWith(period: Period, comparison: Comparison): Period | null {
  const { from, until } = period;
  if (comparison === "none") return null;
  if (comparison === "previous") return { ...period, from: addDays(from, -daysIn(period)), until: from };
  return { ...period, from: sameDayOf(from, -12), until: addDays(sameDayOf(addDays(until, -1), -12), 1) };
}

/** Of a shorter month, its last day. */
function sameDayOf(day: Day, months: number): Day {
  const month = firstOfMonth(day, months);
  const wished = addDays(month, Number(day.slice(8)) - 1);
  const last = addDays(firstOfMonth(month, 1), -1);
  return wished < last ? wished : last;
}

export function daysIn({ from, until }: Pick<Period, "from" | "until">): number {
  return Math.round((Date.parse(until) - Date.parse(from)) / day);
}

/** Milliseconds, from the first, before the second. */
export function spanOf({ from, until, timeZone }: Period): Span {
  return { start: startOfDay(from, timeZone), end: startOfDay(until, timeZone) };
}

/** The steps in which a period makes a readable chart. */
export function stepsFor(period: Period): Step[] {
  const days = daysIn(period);
  const fits: Record<Step, boolean> = {
    hour: days <= 14,
    day: days > 1 && days <= 400,
    week: days > 14 && days <= 7 * 400,
    month: days > 62,
  };
  return steps.filter((step) => fits[step]);
}

/** The step a period is first shown in. */
export function usualStep(period: Period): Step {
  const days = daysIn(period);
  if (days <= 2) return "hour";
  if (days <= 100) return "day";
  return days <= 190 ? "week" : "month";
}

/** The points of a chart: hours of sixty minutes, local days, weeks from Monday, and months; the outer ones cut off. */
export function spansOf(period: Period, step: Step): Span[] {
  const { start, end } = spanOf(period);
  if (step === "hour") {
    return Array.from({ length: Math.ceil((end - start) / hour) }, (_, index) => ({
      start: start + index * hour,
      end: Math.min(end, start + (index + 1) * hour),
    }));
  }
  const spans: Span[] = [];
  let begins = start;
  for (let from = period.from; from < period.until;) {
    const next = nextOf(from, step);
    from = next < period.until ? next : period.until;
    const ends = startOfDay(from, period.timeZone);
    spans.push({ start: begins, end: ends });
    begins = ends;
  }
  return spans;
}

/**
 * The points that those of a period are compared with: each begins as many days before its own, or a year, at the same
 * time of day. So there are as many, and together they are all that the period is compared with: what it has more, such
 * as an hour or a day of February, belongs to the point before.
 */
export function spansBefore(
  period: Period,
  { comparison, step }: { comparison: Comparison; step: Step },
): Span[] {
  const earlier = comparedWith(period, comparison);
  if (!earlier) return [];
  const { start, end } = spanOf(earlier);
  const begins = spansOf(period, step).map((span, index) =>
    index === 0 ? start : Math.min(end, momentBefore(span.start, period, comparison)),
  );
  return begins.map((from, index) => ({ start: from, end: begins[index + 1] ?? end }));
}

function momentBefore(at: number, period: Period, comparison: Comparison): number {
  const { timeZone } = period;
  const on = dayAt(at, timeZone);
  if (comparison === "previous") return sameTimeOn(addDays(on, -daysIn(period)), at, timeZone);
  const before = sameDayOf(on, -12);
  const isThere = before.slice(8) === on.slice(8) || on === period.from;
  return isThere ? sameTimeOn(before, at, timeZone) : startOfDay(addDays(before, 1), timeZone);
}

/** When the clocks show on another day what they show at a moment. */
function sameTimeOn(other: Day, at: number, timeZone: string): number {
  const on = dayAt(at, timeZone);
  const passed = at - startOfDay(on, timeZone);
  if (passed === 0 || [on, other].every((each) => hasUsualLength(each, timeZone))) {
    return startOfDay(other, timeZone) + passed;
  }
  const shown = at + offsetAt(at, timeZone) - Date.parse(`${on}T00:00:00Z`);
  return momentOn(other, shown / minute, timeZone);
}

function hasUsualLength(on: Day, timeZone: string): boolean {
  return startOfDay(addDays(on, 1), timeZone) - startOfDay(on, timeZone) === day;
}

function nextOf(from: Day, step: Step): Day {
  if (step === "month") return firstOfMonth(from, 1);
  if (step === "day") return addDays(from, 1);
  const weekday = (new Date(`${from}T00:00:00Z`).getUTCDay() + 6) % 7;
  return addDays(from, 7 - weekday);
}
