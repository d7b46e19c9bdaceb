import { change } from "#db/rows";
import { customers } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { enterBalance } from "#lib/customer-balance/enter-balance";
import { type DiscountInput, newDiscount, recordDiscount } from "#lib/discounts/give-discount";
import { differences } from "#lib/events/differences";
import { record } from "#lib/events/record";
import { claimed } from "#lib/operations/claimed";
import { type PreparedSource, prepareSource } from "#lib/sources/prepare-source";
import { findCustomerSource } from "#lib/sources/queries";
import { replaceSource } from "#lib/sources/replace-source";
import { changedFacts } from "./change-customer.ts";
import type { CustomerInput } from "./customer-input.ts";
import { assertDefaultMethod } from "./default-method.ts";
import { assertPrefixIsFree } from "./invoice-prefix.ts";
import { atCustomersTime } from "./change-of-customer.ts";
import { type CustomerRow, toCustomer } from "./wire.ts";

type CustomerPatch = CustomerInput & { id: string; defaultSourceId?: string | undefined };

/** Changes what is known of a customer. What is left out stays as it is. */
export async function updateCustomer(viewer: Viewer, { id, ...input }: CustomerPatch): Promise<CustomerRow> {
  authorize(viewer, "customers:write");
  const source = input.source ? await prepareSource(viewer, input.source) : null;
  return transaction(viewer, (tx) =>
    claimed(tx, () => atCustomersTime(tx, id, (there, row) => changeCustomer(there, row, input, source))),
  );
}

async function changeCustomer(
  tx: Tx,
  row: CustomerRow,
  input: Omit<CustomerPatch, "id">,
  source: PreparedSource | null,
): Promise<CustomerRow> {
  const { environment } = tx.viewer;
  if (input.invoicePrefix !== undefined) await assertPrefixIsFree(tx, input.invoicePrefix, row.id);
  await assertDefaultMethod(tx, row.id, input.invoiceSettings?.defaultPaymentMethodId);
  const facts = changedFacts(row, input, environment.currency);
  const changed = await change(tx, customers, row, {
    ...facts,
    reconciliationMode:
      input.reconciliationMode === undefined ? row.reconciliationMode : input.reconciliationMode,
    defaultSourceId: await defaultSourceOf(tx, row, input.defaultSourceId, source),
    discount: await discountOf(tx, row, input.discount),
  });
  await enterBalance(tx, changed, row.balance, { type: "adjustment" });
  const before = toCustomer(row, environment);
  const after = toCustomer(changed, environment);
  if (Object.keys(differences(before, after)).length > 0)
    await record(tx, "customer.updated", after, { before });
  await recordDiscount(tx, changed, row.discount);
  return changed;
}

async function discountOf(
  tx: Tx,
  row: CustomerRow,
  given: DiscountInput | null | undefined,
): Promise<CustomerRow["discount"]> {
  if (given === undefined) return row.discount;
  return given && newDiscount(tx, row, given);
}

/** A new source takes the place of the default one, which goes; another one of the customer's only becomes it. */
async function defaultSourceOf(
  tx: Tx,
  row: CustomerRow,
  named: string | undefined,
  source: PreparedSource | null,
): Promise<string | null> {
  if (source) return replaceSource(tx, source, row);
  if (named === undefined) return row.defaultSourceId;
  return (await findCustomerSource(tx, { customerId: row.id, id: named })).id;
}
