import { and, count, desc, eq, gte, type SQL, sql, sum } from "drizzle-orm";
import type { Db } from "#db/engine/engine";
import { countedPayments, guests } from "#db/schema/index";
import { reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { dayAt, firstOfMonth, startOfDay } from "#lib/calendar";
import type { GuestRow } from "./contribution.ts";

/** Minor units: captured, less what was refunded or lost to disputes. */
export interface Spent {
  currency: string;
  amount: number;
  payments: number;
}

export interface Spending {
  /** What most was paid in first. */
  sums: Spent[];
  /** The last twelve months in the first of the currencies, oldest first; empty where nothing was paid. */
  months: { at: number; amount: number }[];
}

type Whose = { customerId: string } | { guest: Pick<GuestRow, "kind" | "id"> };

const months = 12;
/** As many payments of the last months as a chart adds up. */
const looked = 10_000;

/** What somebody spent: in each currency, and month by month on the viewer's calendar. */
export async function spendingOf(viewer: Viewer, whose: Whose): Promise<Spending> {
  const sums = await spentBy(viewer, whose);
  const currency = sums[0]?.currency;
  if (currency === undefined) return { sums, months: [] };
  const { db } = await reader(viewer);
  const own = ownPayments(db, viewer.environmentId, whose);
  const starts = monthsUntil(viewer);
  const rows = await db
    .select({ paidAt: countedPayments.paidAt, amount: kept })
    .from(countedPayments)
    .where(and(own, gte(countedPayments.paidAt, starts[0] ?? 0), eq(countedPayments.currency, currency)))
    .orderBy(desc(countedPayments.paidAt), desc(countedPayments.id))
    .limit(looked);
  return { sums, months: byMonth(starts, rows) };
}

/** What somebody spent in each currency, what most was paid in first. */
export async function spentBy(viewer: Viewer, whose: Whose): Promise<Spent[]> {
  authorize(viewer, "payments:read");
  const { db, environmentId } = await reader(viewer);
  const sums = await db
    .select({ currency: countedPayments.currency, amount: sum(kept).mapWith(Number), payments: count() })
    .from(countedPayments)
    .where(ownPayments(db, environmentId, whose))
    .groupBy(countedPayments.currency);
  return sums.sort((a, b) => b.payments - a.payments || (a.currency < b.currency ? -1 : 1));
}

const kept = sql<number>`${countedPayments.captured} - ${countedPayments.refunded} - ${countedPayments.lost}`;

function ownPayments(db: Db, environmentId: number, whose: Whose): SQL | undefined {
  return and(eq(countedPayments.environmentId, environmentId), isOf(db, environmentId, whose));
}

function isOf(db: Db, environmentId: number, whose: Whose): SQL {
  if ("customerId" in whose) return eq(countedPayments.customerId, whose.customerId);
  return eq(countedPayments[whose.guest.kind], keyOfGuest(db, environmentId, whose.guest));
}

/** What a guest is known by, for the database alone: not every viewer may read it. */
export function keyOfGuest(db: Db, environmentId: number, { id }: Pick<GuestRow, "id">): SQL {
  return sql`${db
    .select({ key: guests.key })
    .from(guests)
    .where(and(eq(guests.environmentId, environmentId), eq(guests.id, id)))}`;
}

function monthsUntil(viewer: Viewer): number[] {
  const today = dayAt(viewer.now(), viewer.timeZone);
  return Array.from({ length: months }, (_, index) =>
    startOfDay(firstOfMonth(today, index + 1 - months), viewer.timeZone),
  );
}

function byMonth(starts: readonly number[], rows: readonly { paidAt: number; amount: number }[]) {
  const sums = starts.map((at) => ({ at, amount: 0 }));
  for (const { paidAt, amount } of rows) {
    const month = sums.findLast(({ at }) => at <= paidAt);
    if (month) month.amount += Number(amount);
  }
  return sums;
}
