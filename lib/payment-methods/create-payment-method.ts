import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { claimed } from "#lib/operations/claimed";
import { insertPaymentMethod } from "./insert-payment-method.ts";
import { type MethodData, vaultMethodData } from "./vault-method-data.ts";
import type { PaymentMethodRow } from "./wire.ts";

/** Makes a payment method of what a person typed or of a token. */
export async function createPaymentMethod(viewer: Viewer, data: MethodData): Promise<PaymentMethodRow> {
  authorize(viewer, "payments:write");
  const vaulted = await vaultMethodData(viewer, data);
  return transaction(viewer, (tx) => claimed(tx, () => insertPaymentMethod(tx, vaulted)));
}
