import { remove } from "#db/rows";
import { taxIds } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { record } from "#lib/events/record";
import { findTaxId } from "./queries.ts";
import { type TaxIdRow, toTaxId } from "./wire.ts";

/** Takes a tax number away. With a customer, another customer's is a 404. */
export async function deleteTaxId(
  viewer: Viewer,
  named: { customerId?: string; id: string },
): Promise<TaxIdRow> {
  authorize(viewer, "customers:write");
  return transaction(viewer, async (tx) => {
    const row = await findTaxId(tx, named);
    await remove(tx, taxIds, row.id);
    if (row.customerId !== null) {
      await record(tx, "customer.tax_id.deleted", toTaxId(row, viewer.environment));
    }
    return row;
  });
}
