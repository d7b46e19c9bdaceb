import type { Grain, Length } from "#db/schema/figures";
import { dayAt, firstOfMonth, startOfDay } from "#lib/calendar";
import { minute } from "#lib/clock";

export const quarter = 15 * minute;

export type Buckets = Record<Length, number>;

/** The buckets of a length that are told apart by their currency alone. */
export function allOf(length: Length): Grain {
  return `${length}_all`;
}

/** Whether buckets of a grain begin by the clocks of the account. */
export function isOfClocks(grain: Grain): boolean {
  return grain !== "quarter" && grain !== "quarter_all";
}

/** The buckets that hold a moment, in milliseconds: each by its beginning, days and months on the clocks of `timeZone`. */
export function bucketsOf(at: number, timeZone: string): Buckets {
  const begins = Math.floor(at / quarter) * quarter;
  if (latest?.timeZone !== timeZone || latest.buckets.quarter !== begins) {
    latest = { timeZone, buckets: { quarter: begins, ...dayAndMonth(at, timeZone) } };
  }
  return latest.buckets;
}

/** What is counted together mostly happened together. */
let latest: { timeZone: string; buckets: Buckets } | undefined;

const known = new Map<string, Pick<Buckets, "day" | "month">>();
/** Enough for a history of some years in the time zones of some accounts. */
const mostKnown = 20_000;

function dayAndMonth(at: number, timeZone: string): Pick<Buckets, "day" | "month"> {
  const today = dayAt(at, timeZone);
  const key = `${timeZone} ${today}`;
  const remembered = known.get(key);
  if (remembered) return remembered;
  if (known.size >= mostKnown) known.clear();
  const month = startOfDay(firstOfMonth(today, 0), timeZone);
  const buckets = { day: startOfDay(today, timeZone), month };
  known.set(key, buckets);
  return buckets;
}
