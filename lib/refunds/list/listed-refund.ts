import { refunds } from "#db/schema/index";
import type { Handle } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import type { Selection } from "#lib/lists/table-source";
import { type Currency, isCurrency } from "#lib/money";
import { type BriefPayment, withPayments } from "#lib/payments/list/brief-payment";
import type { RefundRow } from "../wire.ts";

/** A refund as a list shows it, with what it is a refund of. */
export interface ListedRefund extends Pick<RefundRow, keyof typeof columns> {
  currency: Currency;
  payment: BriefPayment;
}

const { id, createdAt, amount, currency, status, reason, pendingReason, note, createdBy } = refunds;
const { balanceTransactionId, paymentIntentId } = refunds;
const columns = {
  ...{ id, createdAt, amount, currency, status, reason, pendingReason, note, createdBy },
  balanceTransactionId,
  paymentIntentId,
};

/** Reads refunds as this viewer may see them. */
export async function selectRefunds(
  viewer: Viewer,
  handle: Handle,
  { where, orderBy, limit }: Selection,
): Promise<ListedRefund[]> {
  const rows = await handle.db
    .select(columns)
    .from(refunds)
    .where(where)
    .orderBy(...orderBy)
    .limit(limit);
  const listed = await withPayments(viewer, handle, rows);
  return listed.map((row) => {
    if (!isCurrency(row.currency)) throw new Error(`Refund ${row.id} is in ${row.currency}`);
    return { ...row, currency: row.currency };
  });
}
