import { and, eq, isNull, not, type SQL, sql } from "drizzle-orm";
import { refunds } from "#db/schema/index";
import type { RefundRow } from "./wire.ts";

/** Whether a refund let a hold go: nothing had been taken, so that nothing was booked. */
export function isRelease({
  status,
  balanceTransactionId = null,
}: Pick<RefundRow, "status"> & Partial<Pick<RefundRow, "balanceTransactionId">>): boolean {
  return status === "succeeded" && balanceTransactionId === null;
}

/** The same of a row of the table. */
export function releases(): SQL | undefined {
  return and(eq(refunds.status, "succeeded"), isNull(refunds.balanceTransactionId));
}

/** Refunds that gave back what had been taken. */
export function notReleases(): SQL | undefined {
  const release = releases();
  return release && not(release);
}

/** What a refund gave back, minor units: nothing where it let a hold go. Summed without parameters of its own. */
export const givenBack: SQL = sql`case when ${refunds.status} = 'succeeded' and ${refunds.balanceTransactionId} is null then 0 else ${refunds.amount} end`;
