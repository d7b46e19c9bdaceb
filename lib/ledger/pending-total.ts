import { and, eq, sql } from "drizzle-orm";
import { balanceTransactions } from "#db/schema/index";
import type { Handle } from "#db/transaction";

/** What the pending balance transactions of a currency come to, minor units. */
export async function pendingTotal(handle: Handle, currency: string): Promise<number> {
  const { environmentId, status, net } = balanceTransactions;
  const [row] = await handle.db
    .select({ net: sql<number>`coalesce(sum(${net}), 0)`.mapWith(Number) })
    .from(balanceTransactions)
    .where(
      and(
        eq(environmentId, handle.environmentId),
        eq(status, "pending"),
        eq(balanceTransactions.currency, currency),
      ),
    );
  return row?.net ?? 0;
}
