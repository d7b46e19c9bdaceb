import { and, eq, gte, lt, sql } from "drizzle-orm";
import { paymentIntents as payment } from "#db/schema/index";
import { reader, type Scope } from "#db/transaction";
import { chooseLanes } from "./choose-lanes.ts";
import type { PaymentFilters } from "./payment-filters.ts";

/** Payments of one currency: how many, and their amounts together in minor units. */
export interface PaymentTotal {
  currency: string;
  count: number;
  amount: number;
}

/** As `paidAmount` has it. */
const paid = sql`case when ${payment.amountReceived} > 0 then ${payment.amountReceived} else ${payment.amount} end`;

/** Counts and adds up what the filters let pass, per currency, most payments first. Reads every one of them. */
export async function sumPayments(
  scope: Scope,
  { filters, ownCurrency }: { filters: PaymentFilters; ownCurrency: string },
): Promise<PaymentTotal[]> {
  const { db } = await reader(scope);
  const lanes = chooseLanes(filters, ownCurrency);
  const totals = new Map<string, PaymentTotal>();
  for (const { pins, rest } of lanes) {
    const rows = await db
      .select({
        currency: payment.currency,
        count: sql<number>`count(*)`.mapWith(Number),
        amount: sql<number>`sum(${paid})`.mapWith(Number),
      })
      .from(payment)
      .where(
        and(
          eq(payment.environmentId, scope.environmentId),
          ...pins.map(({ column, value }) => eq(column, value)),
          filters.createdFrom === undefined ? undefined : gte(payment.createdAt, filters.createdFrom),
          filters.createdUntil === undefined ? undefined : lt(payment.createdAt, filters.createdUntil),
          ...rest,
        ),
      )
      .groupBy(payment.currency);
    for (const row of rows) add(totals, row);
  }
  return [...totals.values()].sort((a, b) => b.count - a.count);
}

function add(totals: Map<string, PaymentTotal>, { currency, count, amount }: PaymentTotal): void {
  const before = totals.get(currency) ?? { currency, count: 0, amount: 0 };
  totals.set(currency, { currency, count: before.count + count, amount: before.amount + amount });
}
