import { addDays, type Day, dayAt, firstOfMonth, isDay, startOfDay } from "#lib/calendar";
import { oneOf, type ParamReader } from "./read-params.ts";

/** Stretches of days that move with the calendar. */
export const periods = [
  "today",
  "yesterday",
  "7_days",
  "30_days",
  "this_month",
  "last_month",
  "this_year",
] as const;
export type Period = (typeof periods)[number];

/** Which days a list is about, on the reader's calendar: a period, or from one day to another. */
export interface Days {
  period: Period | null;
  from: Day | null;
  to: Day | null;
}

/** Reads `date`, `from` and `to`; days that are named go before a period. */
export function readDays({ one, range }: ParamReader): Days {
  const period = one("date", oneOf(periods));
  const [from, to] = range("from", "to", (text) => (isDay(text) ? text : null));
  return { period: from === null && to === null ? period : null, from, to };
}

/** When rows of these days were created: milliseconds, from the first, before the second. */
export function createdWithin(
  { period, from, to }: Days,
  { timeZone, now }: { timeZone: string; now: number },
): { createdFrom?: number; createdUntil?: number } {
  const [first, last] = period ? daysOf(period, dayAt(now, timeZone)) : [from, to];
  return {
    createdFrom: first === null ? undefined : startOfDay(first, timeZone),
    createdUntil: last === null ? undefined : startOfDay(addDays(last, 1), timeZone),
  };
}

/** The first and the last day of a period; without a last one it goes on. */
export function daysOf(period: Period, today: Day): [Day, Day | null] {
  const yesterday = addDays(today, -1);
  const thisMonth = firstOfMonth(today, 0);
  const days: Record<Period, [Day, Day | null]> = {
    today: [today, null],
    yesterday: [yesterday, yesterday],
    "7_days": [addDays(today, -6), null],
    "30_days": [addDays(today, -29), null],
    this_month: [thisMonth, null],
    last_month: [firstOfMonth(today, -1), addDays(thisMonth, -1)],
    this_year: [`${today.slice(0, 4)}-01-01`, null],
  };
  return days[period];
}
