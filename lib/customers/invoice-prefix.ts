import { and, eq, ne } from "drizzle-orm";
import { customers } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { invalid } from "#lib/errors";

/** Throws when another customer's invoices are numbered with this prefix. */
export async function assertPrefixIsFree(tx: Tx, prefix: string, ownId: string | null): Promise<void> {
  const [holder] = await tx.db
    .select({ id: customers.id })
    .from(customers)
    .where(
      and(
        eq(customers.environmentId, tx.environmentId),
        eq(customers.invoicePrefix, prefix),
        ownId === null ? undefined : ne(customers.id, ownId),
      ),
    )
    .limit(1);
  if (!holder) return;
  throw invalid(
    `This invoice number prefix is taken by customer: ${holder.id}. Please enter a different prefix.`,
    { param: "invoice_prefix" },
  );
}
