import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { findCustomer } from "#lib/customers/queries";
import { invalid } from "#lib/errors";
import { moveCash } from "./move-cash.ts";
import { reconcile } from "./reconcile.ts";
import { transferTypeOf } from "./transfer-types.ts";
import type { CashTransactionRow } from "./wire.ts";

/**
 * Stands in for a bank transfer of a customer that arrives, `amount` in minor units. Test environments only. What waits
 * for it is paid at once, unless the business does that itself; at the environment's time, as all payments are.
 */
export async function fundCash(
  viewer: Viewer,
  input: { customerId: string; amount: number; currency: string; reference: string | null },
): Promise<CashTransactionRow> {
  authorize(viewer, "customers:write");
  if (viewer.environment.kind === "live") throw invalid("Bank transfers can only be simulated in test mode.");
  const { customerId, amount, currency, reference } = input;
  const type = transferTypeOf(currency);
  if (type === undefined) {
    throw invalid(`Customers cannot send ${currency} ahead by bank transfer.`, { param: "currency" });
  }
  return transaction(viewer, async (tx) => {
    await findCustomer(tx, customerId);
    const transfer = { type, reference };
    const row = await moveCash(tx, { customerId, amount, currency, type: "funded", transfer });
    await reconcile(tx, { customerId, currency, amount, reference });
    return row;
  });
}
