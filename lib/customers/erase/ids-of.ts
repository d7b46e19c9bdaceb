import { and, eq } from "drizzle-orm";
import { customers } from "#db/schema/index";
import type { Handle } from "#db/transaction";

/** What a customer is known by: their own id, and those of whom was merged into them. */
export async function idsOf({ db, environmentId }: Handle, customerId: string): Promise<string[]> {
  const parts = await db
    .select({ id: customers.id })
    .from(customers)
    .where(and(eq(customers.environmentId, environmentId), eq(customers.mergedIntoId, customerId)));
  return [customerId, ...parts.map(({ id }) => id)];
}
