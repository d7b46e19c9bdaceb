import { find } from "#db/rows";
import { cashTransactions } from "#db/schema/index";
import { reader } from "#db/transaction";
import { type Page, type PageRequest, pageRows } from "#lib/api/page";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { findCustomer } from "#lib/customers/queries";
import type { CustomerRow } from "#lib/customers/wire";
import { notFound } from "#lib/errors";
import { cashOf } from "./balances.ts";
import type { CashTransactionRow } from "./wire.ts";

/** A customer and what they sent ahead, minor units by currency; null for somebody who never did. */
export async function getCash(
  viewer: Viewer,
  customerId: string,
): Promise<{ customer: CustomerRow; available: Record<string, number> | null }> {
  authorize(viewer, "customers:read");
  const handle = await reader(viewer);
  return { customer: await findCustomer(handle, customerId), available: await cashOf(handle, customerId) };
}

/** One movement of what a customer sent ahead; another customer's is a 404. Without a customer, any. */
export async function getCashTransaction(
  viewer: Viewer,
  { customerId, id }: { customerId?: string; id: string },
): Promise<CashTransactionRow> {
  authorize(viewer, "customers:read");
  const handle = await reader(viewer);
  if (customerId !== undefined) await findCustomer(handle, customerId);
  const row = await find(handle, cashTransactions, id);
  if (row && (customerId === undefined || row.customerId === customerId)) return row;
  throw notFound("customer_cash_balance_transaction", id, "transaction");
}

/** Every movement of what a customer sent ahead, newest first. */
export async function listCashTransactions(
  viewer: Viewer,
  request: PageRequest,
  customerId: string,
): Promise<Page<CashTransactionRow>> {
  authorize(viewer, "customers:read");
  await findCustomer(await reader(viewer), customerId);
  return pageRows(viewer, {
    table: cashTransactions,
    kind: "customer_cash_balance_transaction",
    request,
    filters: { customerId },
  });
}
