import { addDays, type Day, firstOfMonth } from "#lib/calendar";

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
