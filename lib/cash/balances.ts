import { and, asc, eq, inArray, ne } from "drizzle-orm";
import { cashBalances, cashReturns, paymentIntents } from "#db/schema/index";
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

/** Whether money is on its way back to a customer, under any of their ids: their bank may yet not take it. */
export async function isSendingBack({ db, environmentId }: Handle, ids: readonly string[]): Promise<boolean> {
  const [open] = await db
    .select({ id: cashReturns.id })
    .from(cashReturns)
    .where(
      and(
        eq(cashReturns.environmentId, environmentId),
        inArray(cashReturns.customerId, [...ids]),
        inArray(cashReturns.status, ["pending", "requires_action"]),
      ),
    )
    .limit(1);
  return open !== undefined;
}

/** Payments that took some of what a customer sent ahead, under any of their ids, and wait for the rest. */
export async function fundedInPart(handle: Handle, ids: readonly string[]): Promise<PaymentIntentRow[]> {
  return handle.db
    .select()
    .from(paymentIntents)
    .where(
      and(
        eq(paymentIntents.environmentId, handle.environmentId),
        inArray(paymentIntents.customerId, [...ids]),
        eq(paymentIntents.status, "requires_action"),
        ne(paymentIntents.cashApplied, 0),
      ),
    );
}
