import { and, eq } from "drizzle-orm";
import { change } from "#db/rows";
import { customers, paymentMethods, taxIds } from "#db/schema/index";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { fundedInPart, hasCash, isSendingBack } from "#lib/cash/balances";
import { invalid } from "#lib/errors";
import { record } from "#lib/events/record";
import { detach } from "#lib/payment-methods/detach-payment-method";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import { dropSource } from "#lib/sources/delete-customer-source";
import { belongingsOf } from "./belongings.ts";
import { changeOfCustomer } from "./change-of-customer.ts";
import { idsOf } from "./erase/ids-of.ts";
import { type CustomerRow, toCustomer } from "./wire.ts";

/** What identifies a person goes; the payments keep the id. */
export const forgotten = {
  address: null,
  businessName: null,
  country: null,
  description: null,
  email: null,
  emailKey: null,
  individualName: null,
  metadata: {},
  name: null,
  phone: null,
  shipping: null,
  defaultPaymentMethodId: null,
  defaultSourceId: null,
  discount: null,
  present: 0,
} satisfies Partial<CustomerRow>;

/** Deletes a customer for good: personal details are forgotten, payment methods detached, payments stay. */
export async function deleteCustomer(viewer: Viewer, id: string): Promise<CustomerRow> {
  authorize(viewer, "customers:delete");
  return changeOfCustomer(viewer, id, async (tx, row) => {
    await assertNothingSentAhead(tx, row.id);
    await audit(tx, "customer.deleted", { subject: row.id, before: { ...(await belongingsOf(tx, row)) } });
    return forgetCustomer(tx, row);
  });
}

/**
 * What a customer sent ahead, under any of their ids, is theirs: it is spent first or arrives at their bank, and what
 * is paid in part is paid or canceled.
 */
async function assertNothingSentAhead(tx: Tx, id: string): Promise<void> {
  const ids = await idsOf(tx, id);
  const holds = (await hasCash(tx, id)) || (await isSendingBack(tx, ids));
  if (!holds && (await fundedInPart(tx, ids)).length === 0) return;
  throw invalid("You cannot delete a customer with a cash balance.", { code: "customer_has_cash_balance" });
}

/** Deletes a customer inside a transaction whose command has authorized it. */
export async function forgetCustomer(tx: Tx, row: CustomerRow): Promise<CustomerRow> {
  for (const method of await methodsOf(tx, row.id)) await drop(tx, method);
  await tx.db
    .delete(taxIds)
    .where(and(eq(taxIds.environmentId, tx.environmentId), eq(taxIds.customerId, row.id)));
  await record(tx, "customer.deleted", toCustomer(row, tx.viewer.environment));
  return change(tx, customers, row, { ...forgotten, deletedAt: tx.now });
}

function drop(tx: Tx, method: PaymentMethodRow): Promise<PaymentMethodRow> {
  return method.sourceObject === null ? detach(tx, method) : dropSource(tx, method);
}

function methodsOf(tx: Tx, customerId: string) {
  return tx.db
    .select()
    .from(paymentMethods)
    .where(
      and(eq(paymentMethods.environmentId, tx.environmentId), eq(paymentMethods.customerId, customerId)),
    );
}
