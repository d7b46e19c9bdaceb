import { asc, eq } from "drizzle-orm";
import { balanceTransactions } from "#db/schema/index";
import { reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { dayAt, firstOfMonth, startOfDay } from "#lib/calendar";
import { notFound } from "#lib/errors";
import { inWorker } from "#lib/work/in-worker";
import type { StatementOf } from "./sum-activity.ts";

/** A month of an account: "2026-03". */
export type Month = string;

export interface Statement {
  month: Month;
  /** Milliseconds, on the account's clocks: from the first, before the second. */
  start: number;
  end: number;
  /** Whether the month is over: until then figures still change. */
  isFinal: boolean;
  currencies: StatementOf[];
}

/** The months since the balance first moved, each with a statement, the present one first. Needs balance:read. */
export async function statementMonths(viewer: Viewer): Promise<Month[]> {
  authorize(viewer, "balance:read");
  const months: Month[] = [];
  const first = await firstMonth(viewer);
  for (let day = thisMonth(viewer); day.slice(0, 7) >= first; day = firstOfMonth(day, -1)) {
    months.push(day.slice(0, 7));
  }
  return months;
}

async function firstMonth(viewer: Viewer): Promise<Month> {
  const { db } = await reader(viewer);
  const { createdAt, environmentId } = balanceTransactions;
  const [first] = await db
    .select({ createdAt })
    .from(balanceTransactions)
    .where(eq(environmentId, viewer.environmentId))
    .orderBy(asc(createdAt))
    .limit(1);
  return dayAt(first?.createdAt ?? viewer.now(), viewer.environment.timeZone).slice(0, 7);
}

/** What the balance did in a month. Needs balance:read; a month that has not begun, or is none, is not found. */
export async function readStatement(viewer: Viewer, month: Month): Promise<Statement> {
  authorize(viewer, "balance:read");
  if (!isStatementMonth(viewer, month)) throw notFound("statement", month);
  const first = `${month}-01`;
  const { timeZone } = viewer.environment;
  const span = { start: startOfDay(first, timeZone), end: startOfDay(firstOfMonth(first, 1), timeZone) };
  const currencies = await inWorker(viewer, "sumActivity", span);
  return { month, ...span, isFinal: span.end <= viewer.now(), currencies };
}

/** Whether there is a statement of this: a month that has begun. */
export function isStatementMonth(viewer: Viewer, month: Month): boolean {
  return /^2\d{3}-(0[1-9]|1[0-2])$/.test(month) && `${month}-01` <= thisMonth(viewer);
}

function thisMonth(viewer: Viewer): string {
  return firstOfMonth(dayAt(viewer.now(), viewer.environment.timeZone), 0);
}
