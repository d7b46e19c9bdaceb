import { change } from "#db/rows";
import { customerBalanceTransactions } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { type MetadataPatch, mergeMetadata } from "#lib/metadata";
import { findEntry } from "./queries.ts";
import type { CustomerBalanceRow } from "./wire.ts";

/** Says more about an entry of a customer's balance. What it came to never changes. */
export async function describeEntry(
  viewer: Viewer,
  named: { customerId: string; id: string },
  input: { description?: string | null; metadata?: MetadataPatch },
): Promise<CustomerBalanceRow> {
  authorize(viewer, "customers:write");
  return transaction(viewer, async (tx) => {
    const row = await findEntry(tx, named);
    return change(tx, customerBalanceTransactions, row, {
      description: input.description === undefined ? row.description : input.description,
      metadata: mergeMetadata(row.metadata, input.metadata),
    });
  });
}
