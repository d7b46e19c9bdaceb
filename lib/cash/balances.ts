import { and, asc, eq } from "drizzle-orm";
import { cashBalances } from "#db/schema/index";
import type { Handle } from "#db/transaction";

/** What a customer sent ahead and did not spend, minor units by currency; null for somebody who never did. */
export async function cashOf(handle: Handle, customerId: string): Promise<Record<string, number> | null> {
  const rows = await handle.db
    .select({ currency: cashBalances.currency, balance: cashBalances.balance })
    .from(cashBalances)
    .where(and(eq(cashBalances.environmentId, handle.environmentId), eq(cashBalances.customerId, customerId)))
    .orderBy(asc(cashBalances.currency));
  if (rows.length === 0) return null;
  return Object.fromEntries(rows.map(({ currency, balance }) => [currency, balance]));
}

/** The same in one currency. */
export async function cashIn(handle: Handle, customerId: string, currency: string): Promise<number> {
  return (await cashOf(handle, customerId))?.[currency] ?? 0;
}
