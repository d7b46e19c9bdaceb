import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { changeOfCustomer } from "#lib/customers/change-of-customer";
import { insertTaxId, type TaxIdInput } from "./insert-tax-id.ts";
import type { TaxIdRow } from "./wire.ts";

/** Adds a tax number to a customer, or to the business itself where none is named. */
export async function createTaxId(
  viewer: Viewer,
  input: TaxIdInput & { customerId: string | null },
): Promise<TaxIdRow> {
  authorize(viewer, "customers:write");
  if (input.customerId === null) return transaction(viewer, (tx) => insertTaxId(tx, input));
  return changeOfCustomer(viewer, input.customerId, (tx) => insertTaxId(tx, input), "customer");
}
