import { and, eq, gte, lt, sql } from "drizzle-orm";
import { paymentIntents as payment } from "#db/schema/index";
import { reader, type Scope } from "#db/transaction";
import type { Total } from "#lib/lists/list-source";
import { together } from "#lib/lists/sum-lanes";
import { held } from "#lib/lists/walk";
import { chooseLanes } from "./choose-lanes.ts";
import type { PaymentFilters } from "./payment-filters.ts";

/** Counts and adds up what the filters let pass, per currency, most payments first. Reads every one of them. */
export async function sumPayments(
  scope: Scope,
  { filters, ownCurrency }: { filters: PaymentFilters; ownCurrency: string },
): Promise<Total[]> {
  const { db } = await reader(scope);
  const lanes = chooseLanes(filters, { ownCurrency });
  const totals: Total[] = [];
  for (const { pins, rest } of lanes) {
    const rows = await db
      .select({
        currency: sql<string>`${held(payment.currency)}`.as("of_currency"),
        count: sql<number>`count(*)`.mapWith(Number),
        amount: sql<number>`sum(${payment.amount})`.mapWith(Number),
        received: sql<number>`sum(${payment.amountReceived})`.mapWith(Number),
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
      .groupBy(sql`of_currency`);
    totals.push(...rows);
  }
  return together(totals);
}
