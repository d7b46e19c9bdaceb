import { change } from "#db/rows";
import { customers } from "#db/schema/index";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { changeOfCustomer } from "#lib/customers/change-of-customer";
import type { CustomerRow } from "#lib/customers/wire";

export type ReconciliationMode = CustomerRow["reconciliationMode"];

/** Chooses whether what a customer sends ahead pays what waits for it by itself; null: as everywhere. */
export async function changeReconciliation(
  viewer: Viewer,
  { customerId, mode }: { customerId: string; mode: ReconciliationMode | undefined },
): Promise<CustomerRow> {
  authorize(viewer, "customers:write");
  return changeOfCustomer(viewer, customerId, async (tx, row) =>
    mode === undefined ? row : change(tx, customers, row, { reconciliationMode: mode }),
  );
}
