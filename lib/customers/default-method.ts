import { change, find } from "#db/rows";
import { customers, paymentMethods } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";
import { record } from "#lib/events/record";
import { toCustomer } from "./wire.ts";

/** A customer whose payment method goes away no longer pays with it by default. */
export async function forgetDefaultMethod(tx: Tx, customerId: string, methodId: string): Promise<void> {
  const row = await find(tx, customers, customerId);
  if (!row || (row.defaultPaymentMethodId !== methodId && row.defaultSourceId !== methodId)) return;
  const changed = await change(tx, customers, row, {
    defaultPaymentMethodId: row.defaultPaymentMethodId === methodId ? null : row.defaultPaymentMethodId,
    defaultSourceId: row.defaultSourceId === methodId ? null : row.defaultSourceId,
  });
  const { environment } = tx.viewer;
  await record(tx, "customer.updated", toCustomer(changed, environment), {
    before: toCustomer(row, environment),
  });
}

/** Throws unless the method belongs to the customer. */
export async function assertDefaultMethod(
  tx: Tx,
  customerId: string,
  methodId: string | null | undefined,
): Promise<void> {
  if (methodId === undefined || methodId === null) return;
  const method = await find(tx, paymentMethods, methodId);
  if (method?.customerId !== customerId) throw notOfCustomer(methodId);
}

/** What the API says of a default method that is not the customer's. */
export function notOfCustomer(methodId: string) {
  return invalid(
    `The customer does not have a payment method with the ID ${methodId}. The payment method must be attached to the customer.`,
    { param: "invoice_settings[default_payment_method]" },
  );
}
