import { find } from "#db/rows";
import { customerBalanceTransactions } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { type Page, pageRows, type PageRequest } from "#lib/api/page";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { findCustomer } from "#lib/customers/queries";
import { notFound } from "#lib/errors";
import type { CustomerBalanceRow } from "./wire.ts";

/** One entry of a customer's balance; another customer's is a 404. Without a customer, any. */
export async function getEntry(
  viewer: Viewer,
  named: { customerId?: string; id: string },
): Promise<CustomerBalanceRow> {
  authorize(viewer, "customers:read");
  return findEntry(await reader(viewer), named);
}

/** As `getEntry`, for commands: inside their transaction, authorized by them. */
export async function findEntry(
  handle: Handle,
  { customerId, id }: { customerId?: string; id: string },
): Promise<CustomerBalanceRow> {
  if (customerId !== undefined) await findCustomer(handle, customerId);
  const row = await find(handle, customerBalanceTransactions, id);
  if (row && (customerId === undefined || row.customerId === customerId)) return row;
  throw notFound("customer_balance_transaction", id, "transaction");
}

/** What made a customer's balance what it is, newest first. */
export async function listEntries(
  viewer: Viewer,
  request: PageRequest,
  customerId: string,
): Promise<Page<CustomerBalanceRow>> {
  authorize(viewer, "customers:read");
  await findCustomer(await reader(viewer), customerId);
  return pageRows(viewer, {
    table: customerBalanceTransactions,
    kind: "customer_balance_transaction",
    request,
    filters: { customerId },
  });
}
