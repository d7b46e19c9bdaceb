import { and, count, eq, type SQL } from "drizzle-orm";
import { paymentMethods, taxIds } from "#db/schema/index";
import { reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import type { TenantTable } from "#db/rows";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { findCustomer } from "./queries.ts";
import type { CustomerRow } from "./wire.ts";

export interface Deletion {
  customer: CustomerRow;
  /** What goes with them. */
  methods: number;
  taxIds: number;
}

/** What deleting a customer takes away, told before it is done. */
export async function previewDeletion(viewer: Viewer, id: string): Promise<Deletion> {
  authorize(viewer, "customers:delete");
  const handle = await reader(viewer);
  const customer = await findCustomer(handle, id);
  const counted = async (table: TenantTable & { customerId: SQLiteColumn }) => {
    const own: SQL | undefined = and(
      eq(table.environmentId, viewer.environmentId),
      eq(table.customerId, customer.id),
    );
    const [row] = await handle.db.select({ count: count() }).from(table).where(own);
    return row?.count ?? 0;
  };
  return { customer, methods: await counted(paymentMethods), taxIds: await counted(taxIds) };
}
