import { addDays, dayAt, momentOn } from "#lib/calendar";
import { isWeekend } from "#lib/business-days";
import { minute } from "#lib/clock";
import type { BalanceSettings } from "./settings.ts";

/** After the day has begun, so that what comes due at its beginning is paid out with it. */
const afterMidnight = 10 * minute;
/** A month has a business day among any so many. */
const farthest = 40;

type Schedule = Pick<BalanceSettings, "interval" | "weekdays" | "monthDays" | "startOfDay">;

/** When the next automatic payout after `now` (milliseconds) is made; null where none is. */
export function nextPayoutAt(schedule: Schedule, now: number): number | null {
  if (schedule.interval === "manual") return null;
  const timeZone = payoutTimeZone(schedule);
  const { hour, minutes } = schedule.startOfDay ?? { hour: 0, minutes: 0 };
  const first = dayAt(now, timeZone);
  for (let ahead = 0; ahead <= farthest; ahead++) {
    const day = addDays(first, ahead);
    const at = momentOn(day, hour * 60 + minutes, timeZone) + afterMidnight;
    if (at > now && isPayoutDay(schedule, day)) return at;
  }
  return null;
}

/** On which clocks the days of a schedule begin and end. */
export function payoutTimeZone({ startOfDay }: Pick<Schedule, "startOfDay">): string {
  return startOfDay?.timezone ?? "UTC";
}

const weekdayNames = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

function isPayoutDay({ interval, weekdays, monthDays }: Schedule, day: string): boolean {
  const date = new Date(`${day}T00:00:00Z`);
  switch (interval) {
    case "weekly":
      return weekdays.some((name) => name === weekdayNames[date.getUTCDay()]);
    case "monthly":
      return isMonthDay(monthDays, day);
    default:
      return !isWeekend(date.getTime());
  }
}

/** The 29th to 31st are the last day of a shorter month. */
function isMonthDay(monthDays: readonly number[], day: string): boolean {
  const date = Number(day.slice(8));
  const last = addDays(day, 1).endsWith("-01");
  return monthDays.some((wanted) => wanted === date || (last && wanted > date));
}
