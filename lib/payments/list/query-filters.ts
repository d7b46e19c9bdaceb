import { createdWithin } from "#lib/lists/days";
import type { Payers } from "./find-payers.ts";
import type { PaymentFilters } from "./payment-filters.ts";
import type { PaymentQuery } from "./payment-query.ts";

interface Context {
  /** Whose days are meant. */
  timeZone: string;
  now: number;
  /** Whom the query's customer stands for; without it, nobody in particular. */
  payers?: Payers;
}

/** What a query means to the list of payments. */
export function queryFilters(query: PaymentQuery, { timeZone, now, payers }: Context): PaymentFilters {
  return {
    statuses: query.statuses.length > 0 ? query.statuses : undefined,
    currency: query.currency ?? undefined,
    amount: query.amount ?? undefined,
    amountFrom: query.amountFrom ?? undefined,
    amountTo: query.amountTo ?? undefined,
    ...createdWithin(query, { timeZone, now }),
    methodType: query.methodType ?? undefined,
    brand: query.brand ?? undefined,
    last4: query.last4 ?? undefined,
    ...payers,
  };
}
