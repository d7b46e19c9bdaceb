import { find } from "#db/rows";
import { customers } from "#db/schema/index";
import type { Handle } from "#db/transaction";

/** Whose cash balance takes what comes back to a customer: theirs, or of whom they became part; null: nobody is left. */
export async function holderOf(handle: Handle, customerId: string): Promise<string | null> {
  const row = await find(handle, customers, customerId);
  if (!row) return null;
  if (row.mergedIntoId !== null) return holderOf(handle, row.mergedIntoId);
  return row.deletedAt === null ? row.id : null;
}
