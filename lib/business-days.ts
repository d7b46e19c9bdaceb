import { day } from "#lib/clock";

/** Midnight UTC so many business days after the day of `from`; both milliseconds. Banks rest on Saturday and Sunday. */
export function addBusinessDays(from: number, businessDays: number): number {
  let midnight = midnightOf(from);
  for (let left = businessDays; left > 0;) {
    midnight += day;
    if (!isWeekend(midnight)) left -= 1;
  }
  return midnight;
}

/** The first midnight UTC of the day of `at`. */
export function midnightOf(at: number): number {
  return at - (at % day);
}

/** Whether banks rest on the day (UTC) of `at`. */
export function isWeekend(at: number): boolean {
  const weekday = new Date(at).getUTCDay();
  return weekday === 0 || weekday === 6;
}
