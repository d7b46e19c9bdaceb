import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { addDays, dayAt, firstOfMonth, isDay } from "#lib/calendar";
import { type Period, spanOf, toldPeriod } from "#lib/figures/period";
import { type QueryParams, readParams } from "#lib/lists/read-params";
import { inWorker } from "#lib/work/in-worker";
import type { StatementOf } from "./sum-activity.ts";

/** What the balance did in some days, on the account's clocks. */
export interface BalanceActivity {
  period: Period;
  currencies: StatementOf[];
}

/**
 * The days that an address asks for, `from` and `to`; those of this month until today where it asks for none, or,
 * `isRefused`, for what is no while.
 */
export function activityPeriod(
  { environment, now }: Viewer,
  params: QueryParams,
): { period: Period; isRefused: boolean } {
  const { timeZone } = environment;
  const today = dayAt(now(), timeZone);
  const reader = readParams(params);
  const day = (name: string) => reader.one(name, (text) => (isDay(text) ? text : null));
  const to = day("to") ?? today;
  const asked = toldPeriod(day("from") ?? firstOfMonth(to, 0), to, timeZone);
  const usual = { from: firstOfMonth(today, 0), until: addDays(today, 1), timeZone };
  return { period: asked ?? usual, isRefused: asked === null || reader.problems.length > 0 };
}

/** What the balance was before a period, did in it by category, and was after it. Needs balance:read. */
export async function readActivity(viewer: Viewer, period: Period): Promise<BalanceActivity> {
  authorize(viewer, "balance:read");
  return { period, currencies: await inWorker(viewer, "sumActivity", spanOf(period)) };
}
