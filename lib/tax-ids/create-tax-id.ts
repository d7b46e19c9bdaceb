import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { findCustomer } from "#lib/customers/queries";
import { insertTaxId, type TaxIdInput } from "./insert-tax-id.ts";
import type { TaxIdRow } from "./wire.ts";

/** Adds a tax number to a customer, or to the business itself where none is named. */
export async function createTaxId(
  viewer: Viewer,
  input: TaxIdInput & { customerId: string | null },
): Promise<TaxIdRow> {
  authorize(viewer, "customers:write");
  return transaction(viewer, async (tx) => {
    if (input.customerId !== null) await findCustomer(tx, input.customerId, "customer");
    return insertTaxId(tx, input);
  });
}
