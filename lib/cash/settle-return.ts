import { change } from "#db/rows";
import { cashReturns } from "#db/schema/index";
import { transaction } from "#db/transaction";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { record } from "#lib/events/record";
import { enqueue } from "#lib/jobs/jobs";
import type { TransferEnd } from "#lib/processors/processor";
import { holderOf } from "./holder.ts";
import { moveCash } from "./move-cash.ts";
import { reconcileLater } from "./reconcile-later.ts";
import { type CashReturnRow, toRefundOfCash } from "./return-wire.ts";
import { findCashReturn } from "./returns.ts";

export interface EndOfReturn extends Record<string, unknown> {
  returnId: string;
  end: TransferEnd;
}

/** The customer named their bank account: it is on its way now. */
export async function answerCashReturn(viewer: Viewer, { returnId, end }: EndOfReturn): Promise<void> {
  await transaction(viewer, async (tx) => {
    const row = await findCashReturn(tx, returnId);
    if (row.status !== "requires_action") return;
    await become(tx, row, { status: "pending" });
    await enqueue(tx, "cash.return_arrives", { returnId, end }, { runAt: end.at });
  });
}

/** The customer's bank has it, or did not take it. Without an end it arrived: so were these jobs once written. */
export async function settleCashReturn(
  viewer: Viewer,
  { returnId, end }: { returnId: string; end?: TransferEnd },
): Promise<void> {
  await transaction(viewer, async (tx) => {
    const row = await findCashReturn(tx, returnId);
    if (row.status !== "pending") return;
    if (end?.result === "failed") {
      await bringBack(tx, row, { status: "failed", failureReason: end.reason });
      return;
    }
    const reference = end?.reference ?? returnId.slice(-12).toUpperCase();
    await become(tx, row, { status: "succeeded", reference });
  });
}

/** The customer did not say in time which bank account is theirs. */
export async function expireCashReturn(viewer: Viewer, { returnId }: { returnId: string }): Promise<void> {
  await transaction(viewer, async (tx) => {
    const row = await findCashReturn(tx, returnId);
    if (row.status === "requires_action") await bringBack(tx, row, { status: "canceled" });
  });
}

/** Ends a return that did not reach the customer: the money is in their cash balance again, and pays what waits for it. */
export async function bringBack(
  tx: Tx,
  row: CashReturnRow,
  end: Pick<CashReturnRow, "status"> & Partial<CashReturnRow>,
): Promise<CashReturnRow> {
  const { id: refundId, amount, currency } = row;
  const customerId = await holderOf(tx, row.customerId);
  if (customerId !== null) {
    await moveCash(tx, { customerId, amount, currency, type: "return_canceled", refundId });
    await reconcileLater(tx, { customerId, currency }, amount);
  }
  return become(tx, row, end);
}

/** Changes it, and tells of that. */
export async function become(tx: Tx, row: CashReturnRow, to: Partial<CashReturnRow>): Promise<CashReturnRow> {
  const after = await change(tx, cashReturns, row, to);
  const type = after.status === "failed" ? "refund.failed" : "refund.updated";
  await record(tx, type, toRefundOfCash(after), { before: toRefundOfCash(row) });
  return after;
}
