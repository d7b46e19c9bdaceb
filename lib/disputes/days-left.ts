import { day } from "#lib/clock";
import { dayAt } from "#lib/calendar";
import { isAllowed } from "./status.ts";
import type { DisputeRow } from "./wire.ts";

/**
 * How many midnights there are until the day on which a dispute must be answered, on the clocks of `timeZone`: 0 on the
 * day itself, negative once the moment has passed; null where nobody waits for an answer.
 */
export function daysLeft(
  { status, dueBy }: Pick<DisputeRow, "status" | "dueBy">,
  { timeZone, now }: { timeZone: string; now: number },
): number | null {
  if (dueBy === null || !isAllowed("respond", status)) return null;
  if (dueBy < now) return -1;
  const number = (at: number) => Date.parse(dayAt(at, timeZone)) / day;
  return number(dueBy) - number(now);
}
