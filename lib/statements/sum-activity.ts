import { and, eq, gte, lt, sql } from "drizzle-orm";
import { balanceTransactions } from "#db/schema/index";
import { reader, type Scope } from "#db/transaction";

/** What one currency's balance did in a while; minor units. */
export interface StatementOf {
  currency: string;
  /** What the balance was, pending money included. */
  opening: number;
  activity: Activity[];
  closing: number;
}

/** Of one reporting category: `net` = `amount` − `fee`. */
export interface Activity {
  category: string;
  count: number;
  amount: number;
  fee: number;
  net: number;
}

/** Adds up every balance transaction before and in a while, per currency. Authorization is the caller's. */
export async function sumActivity(
  scope: Scope,
  { start, end }: { start: number; end: number },
): Promise<StatementOf[]> {
  const { db, environmentId } = await reader(scope);
  const t = balanceTransactions;
  const mine = eq(t.environmentId, environmentId);
  const sum = (column: typeof t.amount | typeof t.fee | typeof t.net) =>
    sql<number>`sum(${column})`.mapWith(Number);
  const before = await db
    .select({ currency: t.currency, net: sum(t.net) })
    .from(t)
    .where(and(mine, lt(t.createdAt, start)))
    .groupBy(t.currency);
  const within = await db
    .select({
      currency: t.currency,
      category: t.reportingCategory,
      count: sql<number>`count(*)`.mapWith(Number),
      amount: sum(t.amount),
      fee: sum(t.fee),
      net: sum(t.net),
    })
    .from(t)
    .where(and(mine, gte(t.createdAt, start), lt(t.createdAt, end)))
    .groupBy(t.currency, t.reportingCategory)
    .orderBy(t.currency, t.reportingCategory);
  const currencies = [...new Set([...before, ...within].map(({ currency }) => currency))].sort();
  return currencies.map((currency) => {
    const opening = before.find((row) => row.currency === currency)?.net ?? 0;
    const rows = within.filter((row) => row.currency === currency);
    const activity = rows.map(({ currency: _, ...row }) => row);
    return {
      currency,
      opening,
      activity,
      closing: opening + activity.reduce((all, { net }) => all + net, 0),
    };
  });
}
