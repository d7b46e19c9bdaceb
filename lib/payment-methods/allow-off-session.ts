import { update } from "#db/rows";
import { paymentMethods } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import type { PaymentMethodRow } from "./wire.ts";

/** Remembers that the holder agreed to payments in their absence, the first time they do. */
export async function allowOffSession(tx: Tx, method: PaymentMethodRow): Promise<void> {
  if (method.offSessionSince !== null) return;
  await update(tx, paymentMethods, method.id, { offSessionSince: tx.now });
}
