import { addDays, dayAt, startOfDay } from "#lib/calendar";
import type { PaymentFilters } from "./payment-filters.ts";
import type { PaymentQuery } from "./payment-query.ts";
import { daysOf } from "./period.ts";

interface Context {
  /** Whose days are meant. */
  timeZone: string;
  now: number;
  /** Whom the query's customer stands for; without it, nobody in particular. */
  customerIds?: readonly string[];
}

/** What a query means to the list of payments. */
export function queryFilters(query: PaymentQuery, { timeZone, now, customerIds }: Context): PaymentFilters {
  const [from, to] = query.period ? daysOf(query.period, dayAt(now, timeZone)) : [query.from, query.to];
  return {
    statuses: query.statuses.length > 0 ? query.statuses : undefined,
    currency: query.currency ?? undefined,
    amount: query.amount ?? undefined,
    amountFrom: query.amountFrom ?? undefined,
    amountTo: query.amountTo ?? undefined,
    createdFrom: from === null ? undefined : startOfDay(from, timeZone),
    createdUntil: to === null ? undefined : startOfDay(addDays(to, 1), timeZone),
    methodType: query.methodType ?? undefined,
    brand: query.brand ?? undefined,
    last4: query.last4 ?? undefined,
    customerIds,
  };
}
