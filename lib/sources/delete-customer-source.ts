import { and, desc, eq, isNotNull } from "drizzle-orm";
import { paymentMethods } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { findCustomer } from "#lib/customers/queries";
import { record } from "#lib/events/record";
import { changeMethod } from "#lib/payment-methods/change-method";
import { detach } from "#lib/payment-methods/detach-payment-method";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import { setDefaultSource } from "./add-source.ts";
import { findCustomerSource, type NamedSource } from "./queries.ts";
import { toCustomerSource } from "./wire.ts";

/** Takes a source from its customer for good. Was it the default, the one added last takes its place. */
export async function deleteCustomerSource(viewer: Viewer, named: NamedSource): Promise<PaymentMethodRow> {
  authorize(viewer, "customers:write");
  return transaction(viewer, async (tx) => {
    const customer = await findCustomer(tx, named.customerId);
    const deleted = await dropSource(tx, await findCustomerSource(tx, named));
    if (customer.defaultSourceId === deleted.id) {
      await setDefaultSource(tx, customer.id, await newestSource(tx, customer.id));
    }
    return deleted;
  });
}

/** Takes a source from its customer inside the caller's transaction; whoever calls sees to the default. */
export async function dropSource(tx: Tx, row: PaymentMethodRow): Promise<PaymentMethodRow> {
  const deleted =
    row.sourceObject === "bank_account"
      ? await changeMethod(tx, row, { customerId: null, retiredAt: tx.now })
      : await detach(tx, row);
  await record(tx, "customer.source.deleted", toCustomerSource(row, tx.viewer.environment));
  return deleted;
}

async function newestSource(tx: Tx, customerId: string): Promise<string | null> {
  const { environmentId, customerId: owner, createdAt, id, sourceObject } = paymentMethods;
  const [newest] = await tx.db
    .select({ id })
    .from(paymentMethods)
    .where(and(eq(environmentId, tx.environmentId), eq(owner, customerId), isNotNull(sourceObject)))
    .orderBy(desc(createdAt), desc(id))
    .limit(1);
  return newest?.id ?? null;
}
