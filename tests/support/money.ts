import { eq, sql } from "drizzle-orm";
import { expect } from "vitest";
import { balanceTransactions, ledgerBalances, postings } from "#db/schema/index";
import { reader } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { createPayment } from "#lib/payments/create-payment";
import type { PaymentInput } from "#lib/payments/payment-input";
import type { PaymentIntentRow } from "#lib/payments/wire";

/** A payment that succeeded, of 50.00 EUR with a Visa card unless told otherwise. */
export function aPayment(viewer: Viewer, input: Partial<PaymentInput> = {}): Promise<PaymentIntentRow> {
  const whole = { amount: 5000, currency: "eur", ...input };
  return createPayment(viewer, whole, { paymentMethodId: input.paymentMethodId ?? "pm_card_visa" });
}

/** Every balance is the sum of its postings, and what the merchant has is the sum of the balance transactions. */
export async function expectLedgerToBalance(viewer: Viewer): Promise<void> {
  const { db } = await reader(viewer);
  const moved = await db.select().from(postings).where(eq(postings.environmentId, viewer.environmentId));
  const held = await db
    .select()
    .from(ledgerBalances)
    .where(eq(ledgerBalances.environmentId, viewer.environmentId));
  const sums = new Map<string, number>();
  const add = (key: string, amount: number) => sums.set(key, (sums.get(key) ?? 0) + amount);
  for (const { from, to, amount, currency } of moved) {
    expect(amount).toBeGreaterThan(0);
    add(`${from} ${currency}`, -amount);
    add(`${to} ${currency}`, amount);
  }
  const balances = held.map((row) => [`${row.account} ${row.currency}`, row.balance] as const);
  expect(Object.fromEntries(balances)).toEqual(Object.fromEntries(sums));
  await expectMerchantToAgree(viewer, new Map(balances));
}

async function expectMerchantToAgree(viewer: Viewer, balances: Map<string, number>): Promise<void> {
  const { db } = await reader(viewer);
  const totals = await db
    .select({
      currency: balanceTransactions.currency,
      net: sql<number>`sum(${balanceTransactions.net})`.mapWith(Number),
    })
    .from(balanceTransactions)
    .where(eq(balanceTransactions.environmentId, viewer.environmentId))
    .groupBy(balanceTransactions.currency);
  for (const { currency, net } of totals) {
    const available = balances.get(`merchant.available ${currency}`) ?? 0;
    const pending = balances.get(`merchant.pending ${currency}`) ?? 0;
    expect({ currency, merchant: available + pending }).toEqual({ currency, merchant: net });
  }
}
