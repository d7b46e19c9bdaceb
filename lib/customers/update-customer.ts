import { change } from "#db/rows";
import { customers } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { enterBalance } from "#lib/customer-balance/enter-balance";
import { differences, record } from "#lib/events/record";
import { changedFacts } from "./change-customer.ts";
import type { CustomerInput } from "./customer-input.ts";
import { assertDefaultMethod } from "./default-method.ts";
import { assertPrefixIsFree } from "./invoice-prefix.ts";
import { findCustomer } from "./queries.ts";
import { type CustomerRow, toCustomer } from "./wire.ts";

/** Changes what is known of a customer. What is left out stays as it is. */
export async function updateCustomer(
  viewer: Viewer,
  { id, ...input }: CustomerInput & { id: string },
): Promise<CustomerRow> {
  authorize(viewer, "customers:write");
  return transaction(viewer, async (tx) => {
    const row = await findCustomer(tx, id);
    if (input.invoicePrefix !== undefined) await assertPrefixIsFree(tx, input.invoicePrefix, id);
    await assertDefaultMethod(tx, id, input.invoiceSettings?.defaultPaymentMethodId);
    const changed = await change(tx, customers, row, changedFacts(row, input, viewer.environment.currency));
    await enterBalance(tx, changed, row.balance, { type: "adjustment" });
    const before = toCustomer(row, viewer.environment);
    const after = toCustomer(changed, viewer.environment);
    if (Object.keys(differences(before, after)).length > 0)
      await record(tx, "customer.updated", after, { before });
    return changed;
  });
}
