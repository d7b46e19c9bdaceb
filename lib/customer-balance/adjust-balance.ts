import { change } from "#db/rows";
import { customers } from "#db/schema/index";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { changeOfCustomer } from "#lib/customers/change-of-customer";
import { toCustomer } from "#lib/customers/wire";
import { invalid } from "#lib/errors";
import { record } from "#lib/events/record";
import type { MetadataPatch } from "#lib/metadata";
import { enterBalance } from "./enter-balance.ts";
import type { CustomerBalanceRow } from "./wire.ts";

interface Adjustment {
  customerId: string;
  /** Minor units: what the customer owes more, or less when negative. Not zero. */
  amount: number;
  currency: string;
  description?: string | null;
  metadata?: MetadataPatch;
}

/** Adds to what a customer owes, or is owed. The first one settles the customer's currency. */
export async function adjustBalance(viewer: Viewer, input: Adjustment): Promise<CustomerBalanceRow> {
  authorize(viewer, "customers:write");
  const { amount, currency, description, metadata } = input;
  return changeOfCustomer(viewer, input.customerId, async (tx, row) => {
    assertCurrency(row.currency, currency);
    const changed = await change(tx, customers, row, { balance: row.balance + amount, currency });
    const entered = await enterBalance(tx, changed, row.balance, {
      type: "adjustment",
      description,
      metadata,
    });
    if (!entered)
      throw invalid("Amount must not be zero.", { code: "parameter_invalid_integer", param: "amount" });
    const before = toCustomer(row, viewer.environment);
    await record(tx, "customer.updated", toCustomer(changed, viewer.environment), { before });
    return entered;
  });
}

function assertCurrency(settled: string | null, given: string): void {
  if (settled === null || settled === given) return;
  throw invalid(
    `You cannot combine currencies on a single customer. This customer's balance is in ${settled}, and this is in ${given}.`,
    { param: "currency" },
  );
}
