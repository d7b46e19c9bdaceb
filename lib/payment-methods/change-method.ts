import { change } from "#db/rows";
import { paymentMethods } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { touch } from "#lib/search/index/touch";
import type { PaymentMethodRow } from "./wire.ts";

/** Applies a patch to a payment method; whose it was, and whose it is, are found by what it shows from then on. */
export async function changeMethod(
  tx: Tx,
  row: PaymentMethodRow,
  patch: Partial<PaymentMethodRow>,
): Promise<PaymentMethodRow> {
  const changed = await change(tx, paymentMethods, row, patch);
  for (const id of new Set([row.customerId, changed.customerId])) {
    if (id !== null) await touch(tx, "customer", id);
  }
  return changed;
}
