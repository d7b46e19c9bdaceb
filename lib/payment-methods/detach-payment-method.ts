import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { record } from "#lib/events/record";
import { forgetDefaultMethod } from "#lib/customers/default-method";
import { changeMethod } from "./change-method.ts";
import { findPaymentMethod } from "./queries.ts";
import { type PaymentMethodRow, toPaymentMethod } from "./wire.ts";

/** Takes a payment method from its customer. It may never be used again. */
export async function detachPaymentMethod(viewer: Viewer, id: string): Promise<PaymentMethodRow> {
  authorize(viewer, "customers:write");
  return transaction(viewer, async (tx) => {
    const row = await findPaymentMethod(tx, id);
    if (row.customerId === null) {
      throw invalid(
        "The payment method you provided is not attached to a customer so detachment is impossible.",
      );
    }
    await forgetDefaultMethod(tx, row.customerId, row.id);
    return detach(tx, row);
  });
}

/** Detaches inside the caller's transaction. */
export async function detach(tx: Tx, row: PaymentMethodRow): Promise<PaymentMethodRow> {
  const detached = await changeMethod(tx, row, { customerId: null, retiredAt: tx.now });
  const { environment } = tx.viewer;
  const before = toPaymentMethod(row, environment);
  await record(tx, "payment_method.detached", toPaymentMethod(detached, environment), { before });
  return detached;
}
