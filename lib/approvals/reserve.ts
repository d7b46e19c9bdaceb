import { and, eq } from "drizzle-orm";
import { change } from "#db/rows";
import { charges, refundApprovalLines, type refundApprovals } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import type { Handle } from "#db/transaction";
import type { ChargeRow } from "#lib/payments/wire";

export type ApprovalRow = typeof refundApprovals.$inferSelect;
export type ApprovalLine = typeof refundApprovalLines.$inferSelect;

/** Keeps an amount of a charge (minor units) from being refunded by anybody else. */
export function reserve(tx: Tx, charge: ChargeRow, amount: number): Promise<ChargeRow> {
  return change(tx, charges, charge, { amountReserved: (charge.amountReserved ?? 0) + amount });
}

/** Gives what was reserved for a line back to whoever refunds next. */
export function release(tx: Tx, charge: ChargeRow, line: ApprovalLine): Promise<ChargeRow> {
  return change(tx, charges, charge, { amountReserved: (charge.amountReserved ?? 0) - line.amount || null });
}

/** The refunds of an approval, in the order they were asked for. */
export function linesOf(handle: Handle, approvalId: string): Promise<ApprovalLine[]> {
  return handle.db
    .select()
    .from(refundApprovalLines)
    .where(
      and(
        eq(refundApprovalLines.environmentId, handle.environmentId),
        eq(refundApprovalLines.approvalId, approvalId),
      ),
    )
    .orderBy(refundApprovalLines.id);
}
