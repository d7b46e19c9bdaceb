import { type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { reader, type Scope } from "#db/transaction";
import type { Total } from "./list-source.ts";
import { laneWhere, type TableLane } from "./table-lanes.ts";
import { held } from "./walk.ts";

/** What is added up; without a currency all of it is in the same one. */
export interface Summed {
  amount: SQLiteColumn | SQL;
  currency?: SQLiteColumn;
}

/** Counts and adds up all that the lanes let pass, per currency. Reads every row. */
export async function sumLanes(scope: Scope, lanes: TableLane[], money?: Summed): Promise<Total[]> {
  if (!money) return countLanes(scope, lanes);
  const { amount, currency } = money;
  const { db } = await reader(scope);
  const found: Total[] = [];
  for (const lane of lanes) {
    const rows = await db
      .select({
        currency: sql<string | null>`${currency ? held(currency) : sql`null`}`.as("of_currency"),
        count: sql<number>`count(*)`.mapWith(Number),
        amount: sql<number>`sum(${amount})`.mapWith(Number),
      })
      .from(lane.table)
      .where(laneWhere(lane, scope.environmentId))
      .groupBy(sql`of_currency`);
    found.push(...rows);
  }
  return together(found);
}

async function countLanes(scope: Scope, lanes: TableLane[]): Promise<Total[]> {
  const { db } = await reader(scope);
  let count = 0;
  for (const lane of lanes) {
    const [row] = await db
      .select({ count: sql<number>`count(*)`.mapWith(Number) })
      .from(lane.table)
      .where(laneWhere(lane, scope.environmentId));
    count += row?.count ?? 0;
  }
  return [{ currency: null, count, amount: 0 }];
}

/** One total a currency, most rows first. */
export function together(totals: readonly Total[]): Total[] {
  const byCurrency = new Map<string | null, Total>();
  for (const total of totals) {
    const before = byCurrency.get(total.currency);
    byCurrency.set(total.currency, before ? added(before, total) : total);
  }
  return [...byCurrency.values()].sort((a, b) => b.count - a.count);
}

function added(one: Total, other: Total): Total {
  const { received = 0 } = other;
  return {
    currency: one.currency,
    count: one.count + other.count,
    amount: one.amount + other.amount,
    ...(one.received !== undefined && { received: one.received + received }),
  };
}
