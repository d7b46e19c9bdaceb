import { insert } from "#db/rows";
import { customerBalanceTransactions } from "#db/schema/index";
import type { CustomerBalanceReason } from "#db/schema/setup";
import type { Tx } from "#lib/auth/viewer";
import type { CustomerRow } from "#lib/customers/wire";
import { newId } from "#lib/ids";
import { type MetadataPatch, mergeMetadata } from "#lib/metadata";
import type { CustomerBalanceRow } from "./wire.ts";

/**
 * Writes down how a customer's balance came to what it is now, in the transaction that changed it. `before`: the
 * balance until now, minor units. Null when nothing was added.
 */
export async function enterBalance(
  tx: Tx,
  customer: CustomerRow,
  before: number,
  why: { type: CustomerBalanceReason; description?: string | null; metadata?: MetadataPatch },
): Promise<CustomerBalanceRow | null> {
  const amount = customer.balance - before;
  if (amount === 0) return null;
  return insert(tx, customerBalanceTransactions, {
    id: newId("cbtxn", tx.now),
    createdAt: tx.now,
    customerId: customer.id,
    type: why.type,
    amount,
    currency: customer.currency ?? tx.viewer.environment.currency,
    endingBalance: customer.balance,
    description: why.description ?? null,
    metadata: mergeMetadata({}, why.metadata),
  });
}
