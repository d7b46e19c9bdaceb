import { and, eq, type SQL } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { balanceTransactions, disputes, refunds } from "#db/schema/index";

/** Joins to refunds the entry of the balance by which each took its money. */
export const entryOfRefund = entryOf(refunds.environmentId, refunds.balanceTransactionId);

/** Joins to disputes the entry of the balance by which each took its money; none where it took none. */
export const entryOfWithdrawal = entryOf(disputes.environmentId, disputes.withdrawalId);

function entryOf(environmentId: SQLiteColumn, id: SQLiteColumn): SQL | undefined {
  return and(eq(balanceTransactions.environmentId, environmentId), eq(balanceTransactions.id, id));
}
