import type {
  balanceTransactions,
  customers,
  events,
  jobs,
  paymentMethods,
  payouts,
  postings,
  topups,
} from "#db/schema/index";
import type { charges, paymentIntents, refunds } from "#db/schema/index";

import { day } from "#lib/clock";

/** How long events are kept, milliseconds. */
export const eventsKept = 30 * day;

/** Rows on their way to the database. What refers to a row comes after it. */
export interface Harvest {
  customers: (typeof customers.$inferInsert)[];
  paymentMethods: (typeof paymentMethods.$inferInsert)[];
  paymentIntents: (typeof paymentIntents.$inferInsert)[];
  charges: (typeof charges.$inferInsert)[];
  refunds: (typeof refunds.$inferInsert)[];
  balanceTransactions: (typeof balanceTransactions.$inferInsert)[];
  postings: (typeof postings.$inferInsert)[];
  payouts: (typeof payouts.$inferInsert)[];
  topups: (typeof topups.$inferInsert)[];
  events: (typeof events.$inferInsert)[];
  jobs: (typeof jobs.$inferInsert)[];
}

export function emptyHarvest(): Harvest {
  return {
    customers: [],
    paymentMethods: [],
    paymentIntents: [],
    charges: [],
    refunds: [],
    balanceTransactions: [],
    postings: [],
    payouts: [],
    topups: [],
    events: [],
    jobs: [],
  };
}

/** How many rows there are, of all kinds. */
export function sizeOf(harvest: Harvest): number {
  return Object.values(harvest).reduce((sum, rows) => sum + rows.length, 0);
}
