import { and, desc, eq, isNull } from "drizzle-orm";
import { customers } from "#db/schema/index";
import { reader, type Scope } from "#db/transaction";
import { emailKey } from "#lib/email-key";
import type { Reading } from "#lib/lists/list-source";
import type { PaymentFilters } from "./payment-filters.ts";

/** As many customers of one email address as a list follows. */
const most = 20;

export type Payers = Pick<PaymentFilters, "customerIds" | "payerEmail">;

/**
 * Whom a filter means by a customer: an id as it is, an email address as those who have it or paid with it. Who may
 * not know customers finds nobody by their address.
 */
export async function findPayers(
  scope: Scope,
  customer: string,
  { seesPeople }: Pick<Reading, "seesPeople">,
): Promise<Payers> {
  if (!customer.includes("@")) return { customerIds: [customer] };
  if (!seesPeople) return { customerIds: [] };
  const payerEmail = emailKey(customer);
  const { db } = await reader(scope);
  const rows = await db
    .select({ id: customers.id })
    .from(customers)
    .where(
      and(
        eq(customers.environmentId, scope.environmentId),
        eq(customers.emailKey, payerEmail),
        isNull(customers.deletedAt),
      ),
    )
    .orderBy(desc(customers.createdAt), desc(customers.id))
    .limit(most);
  return { customerIds: rows.map(({ id }) => id), payerEmail };
}
