import { and, eq } from "drizzle-orm";
import { cashReturns, customers } from "#db/schema/index";
import type { Handle } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import type { Selection } from "#lib/lists/table-source";
import { type Currency, isCurrency } from "#lib/money";
import { customerColumns, type ListedCustomer } from "#lib/payments/list/listed-payment";
import type { CashReturnRow } from "../return-wire.ts";

/** What was sent back of a cash balance, as a list shows it, with whose it was. */
export interface ListedReturn extends Pick<CashReturnRow, keyof typeof columns> {
  currency: Currency;
  customer: ListedCustomer;
}

const { id, createdAt, customerId, amount, currency, status, reason, createdBy } = cashReturns;
const columns = { id, createdAt, customerId, amount, currency, status, reason, createdBy };

/** Reads returns for whoever may read customers. */
export async function selectReturns(
  _viewer: Viewer,
  { db }: Handle,
  { where, orderBy, limit }: Selection,
): Promise<ListedReturn[]> {
  const rows = await db
    .select({ ...columns, customer: customerColumns })
    .from(cashReturns)
    .innerJoin(
      customers,
      and(eq(customers.environmentId, cashReturns.environmentId), eq(customers.id, cashReturns.customerId)),
    )
    .where(where)
    .orderBy(...orderBy)
    .limit(limit);
  return rows.map((row) => {
    if (!isCurrency(row.currency)) throw new Error(`Return ${row.id} is in ${row.currency}`);
    return { ...row, currency: row.currency };
  });
}
