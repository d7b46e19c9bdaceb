import { reader, transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { findCustomer } from "#lib/customers/queries";
import type { MetadataPatch } from "#lib/metadata";
import { claimed } from "#lib/operations/claimed";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import { addSource, setDefaultSource } from "./add-source.ts";
import { prepareSource, type SourceInput } from "./prepare-source.ts";

/**
 * Keeps a card, bank account or source for a customer; the first one becomes their default. Throws a `card_error` when
 * the bank does not let a card be kept.
 */
export async function createCustomerSource(
  viewer: Viewer,
  input: { customerId: string; source: SourceInput; metadata?: MetadataPatch },
): Promise<PaymentMethodRow> {
  authorize(viewer, "customers:write");
  await findCustomer(await reader(viewer), input.customerId);
  const prepared = await prepareSource(viewer, input.source);
  return transaction(viewer, (tx) =>
    claimed(tx, async () => {
      const customer = await findCustomer(tx, input.customerId);
      const source = await addSource(tx, prepared, customer.id, input.metadata);
      if (customer.defaultSourceId === null) await setDefaultSource(tx, customer.id, source.id);
      return source;
    }),
  );
}
