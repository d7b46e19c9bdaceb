import { and, eq, gte, isNotNull, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import { disputes, refundApprovals, refunds } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { convert } from "#lib/ledger/exchange-rates";
import { createdWithin } from "#lib/lists/days";
import type { RefundRow } from "#lib/refunds/wire";

/** The stretches of days that work is looked at in. */
export const workPeriods = ["7_days", "30_days", "this_month", "last_month"] as const;
export type WorkPeriod = (typeof workPeriods)[number];

/** Who did it, as far as work is told apart: a person or a key by id, else the business's machines. */
export interface Worker {
  type: "person" | "key" | "system";
  id: string | null;
  name: string | null;
}

export interface RefundWork {
  by: Worker;
  count: number;
  /** Minor units of the account's currency: an estimate where others were refunded. */
  amount: number;
  /** How many for each reason; `other` for none of the API's. */
  reasons: Record<NonNullable<RefundRow["reason"]> | "other", number>;
}

/** Milliseconds; null where nothing was decided. */
export interface Resolution {
  count: number;
  median: number | null;
}

export interface AgentsWork {
  refunds: RefundWork[];
  approvals: Resolution;
  disputes: Resolution & { byDeadline: number; late: number };
}

/** What colleagues did in a period, on the account's days: refunds, approvals, disputes. Needs approvals:decide. */
export async function agentsWork(viewer: Viewer, period: WorkPeriod): Promise<AgentsWork> {
  authorize(viewer, "approvals:decide");
  const handle = await reader(viewer);
  const span = spanOf(viewer, period);
  return {
    refunds: await refundsBy(viewer, handle, span),
    approvals: await approvalsDecided(handle, span),
    disputes: await disputesAnswered(handle, span),
  };
}

interface Span {
  from: number;
  until: number;
}

/** When a period begins and ends, milliseconds. */
export function spanOf(viewer: Viewer, period: WorkPeriod): Span {
  const { timeZone } = viewer.environment;
  const days = { period, from: null, to: null };
  const { createdFrom = 0, createdUntil } = createdWithin(days, { timeZone, now: viewer.now() });
  return { from: createdFrom, until: createdUntil ?? Number.MAX_SAFE_INTEGER };
}

/** A member of the JSON that says who did something; no parameter, so that it can be grouped by. */
export const workerId: SQL<string | null> = sql`${refunds.createdBy} ->> 'id'`;
const workerType: SQL<Worker["type"]> = sql`${refunds.createdBy} ->> 'type'`;
const workerName: SQL<string | null> = sql`max(${refunds.createdBy} ->> 'name')`;

async function refundsBy(viewer: Viewer, { db }: Handle, { from, until }: Span): Promise<RefundWork[]> {
  const rows = await db
    .select({
      type: workerType,
      id: workerId,
      name: workerName,
      reason: refunds.reason,
      currency: refunds.currency,
      count: sql`count(*)`.mapWith(Number),
      amount: sql`sum(${refunds.amount})`.mapWith(Number),
    })
    .from(refunds)
    .where(
      and(
        eq(refunds.environmentId, viewer.environmentId),
        gte(refunds.createdAt, from),
        lt(refunds.createdAt, until),
        or(eq(refunds.status, "succeeded"), eq(refunds.status, "pending")),
      ),
    )
    .groupBy(workerType, workerId, refunds.reason, refunds.currency);
  const work = new Map<string, RefundWork>();
  for (const { type, id, name, reason, currency, count, amount } of rows) {
    const key = `${type} ${id ?? ""}`;
    const sum = work.get(key) ?? { by: { type, id, name }, count: 0, amount: 0, reasons: noReasons() };
    sum.count += count;
    sum.amount += convert(amount, currency, viewer.environment.currency).amount;
    sum.reasons[reason ?? "other"] += count;
    work.set(key, sum);
  }
  return [...work.values()].sort((a, b) => b.amount - a.amount);
}

function noReasons(): RefundWork["reasons"] {
  return { requested_by_customer: 0, duplicate: 0, fraudulent: 0, other: 0 };
}

async function approvalsDecided({ db, environmentId }: Handle, { from, until }: Span): Promise<Resolution> {
  const rows = await db
    .select({ asked: refundApprovals.createdAt, decided: refundApprovals.decidedAt })
    .from(refundApprovals)
    .where(
      and(
        eq(refundApprovals.environmentId, environmentId),
        gte(refundApprovals.createdAt, from),
        lt(refundApprovals.createdAt, until),
        isNotNull(refundApprovals.decidedBy),
      ),
    )
    .limit(mostLooked);
  return resolutionOf(rows.map(({ asked, decided }) => (decided ?? asked) - asked));
}

/** Disputes that were to be answered in the period: those that were, and those whose deadline passed. */
async function disputesAnswered({ db, environmentId }: Handle, { from, until }: Span) {
  const rows = await db
    .select({
      opened: disputes.createdAt,
      submitted: disputes.submittedAt,
      closed: disputes.closedAt,
      by: disputes.closedBy,
    })
    .from(disputes)
    .where(
      and(
        eq(disputes.environmentId, environmentId),
        gte(disputes.createdAt, from),
        lt(disputes.createdAt, until),
        or(isNotNull(disputes.submittedAt), isNotNull(disputes.closedBy)),
        or(isNull(disputes.closedBy), isNotNull(disputes.dueBy)),
      ),
    )
    .limit(mostLooked);
  const answered = rows.flatMap(({ opened, submitted, closed, by }) => {
    const at = submitted ?? (by === "acceptance" ? closed : null);
    return at === null ? [] : [at - opened];
  });
  const late = rows.filter(({ submitted, by }) => submitted === null && by === "deadline").length;
  return { ...resolutionOf(answered), byDeadline: answered.length, late };
}

/** As many as one page looks at. */
const mostLooked = 5000;

function resolutionOf(times: number[]): Resolution {
  const sorted = times.toSorted((a, b) => a - b);
  return { count: sorted.length, median: sorted[Math.floor(sorted.length / 2)] ?? null };
}
