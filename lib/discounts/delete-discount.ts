import type { CustomerDiscount } from "#db/schema/customers";
import { change } from "#db/rows";
import { customers } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { changeOfCustomer } from "#lib/customers/change-of-customer";
import { findCustomer } from "#lib/customers/queries";
import { type CustomerRow, toCustomer } from "#lib/customers/wire";
import { revive } from "#lib/errors";
import { record } from "#lib/events/record";
import { recordDiscount } from "./give-discount.ts";

/** Takes a customer's discount away, and says which it was. What it was given for stays redeemed. */
export async function deleteDiscount(viewer: Viewer, customerId: string): Promise<CustomerDiscount> {
  authorize(viewer, "customers:write");
  return changeOfCustomer(viewer, customerId, async (tx, row) => {
    if (!row.discount) throw none(customerId);
    await endDiscount(tx, row);
    return row.discount;
  });
}

/** Ends a discount when its months are over, unless it went before. */
export function endDueDiscount(
  viewer: Viewer,
  { customerId, discountId }: { customerId: string; discountId: string },
): Promise<void> {
  return transaction(viewer, async (tx) => {
    const row = await findCustomer(tx, customerId).catch(() => null);
    if (row?.discount?.id === discountId) await endDiscount(tx, row);
  });
}

async function endDiscount(tx: Tx, row: CustomerRow): Promise<void> {
  const changed = await change(tx, customers, row, { discount: null });
  const { environment } = tx.viewer;
  await record(tx, "customer.updated", toCustomer(changed, environment), {
    before: toCustomer(row, environment),
  });
  await recordDiscount(tx, changed, row.discount);
}

function none(customerId: string) {
  const facts = { status: 404, type: "invalid_request_error", code: "resource_missing" } as const;
  return revive(facts, `No active discount for customer: ${customerId}`);
}
