import { and, asc, eq, ne } from "drizzle-orm";
import { cashBalances, paymentIntents } from "#db/schema/index";
import type { Handle } from "#db/transaction";
import type { PaymentIntentRow } from "#lib/payments/wire";

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

/** Whether anything is left of what a customer sent ahead. */
export async function hasCash(handle: Handle, customerId: string): Promise<boolean> {
  return Object.values((await cashOf(handle, customerId)) ?? {}).some((balance) => balance !== 0);
}

/** Payments that took some of what a customer sent ahead, and wait for the rest. */
export async function fundedInPart(handle: Handle, customerId: string): Promise<PaymentIntentRow[]> {
  return handle.db
    .select()
    .from(paymentIntents)
    .where(
      and(
        eq(paymentIntents.environmentId, handle.environmentId),
        eq(paymentIntents.customerId, customerId),
        eq(paymentIntents.status, "requires_action"),
        ne(paymentIntents.cashApplied, 0),
      ),
    );
}
