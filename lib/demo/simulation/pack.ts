import { encodedRows } from "#db/rows";
import {
  balanceTransactions,
  charges,
  customers,
  events,
  jobs,
  paymentIntents,
  paymentMethods,
  payouts,
  postings,
  refunds,
  topups,
} from "#db/schema/index";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import type { Paid } from "#lib/customers/figures/contribution";
import type { FigureRow } from "#lib/figures/rows";
import type { IndexedDocument } from "#lib/search/index/write-documents";
import { figuresOfHarvest, paidOfHarvest } from "./count-harvest.ts";
import { documentsOfHarvest, type Payers } from "./index-harvest.ts";
import type { Harvest } from "./harvest.ts";

/** A harvest as it is written, all of it worked out. Plain data: it comes from another thread. */
export interface Pack {
  /** Of each table, what its columns get, row by row. */
  rows: Record<keyof Harvest, unknown[][]>;
  moved: BalanceMove[];
  figures: FigureRow[];
  paid: Paid[];
  documents: IndexedDocument[];
  /** The ids of the payouts, which are found by what else is in the database. */
  payouts: string[];
}

interface BalanceMove {
  account: string;
  currency: string;
  /** Minor units: what the balance changes by. */
  balance: number;
}

/** Where the rows go. What refers to a row comes after it. */
export const tables = {
  customers,
  paymentMethods,
  paymentIntents,
  charges,
  refunds,
  balanceTransactions,
  postings,
  payouts,
  topups,
  events,
  jobs,
};

/** Works out what a harvest comes to in the database, without looking into it. */
export function packOf(
  harvest: Harvest,
  { environment, payers }: { environment: ViewedEnvironment; payers: Payers },
): Pack {
  return {
    rows: {
      customers: encodedRows(customers, harvest.customers),
      paymentMethods: encodedRows(paymentMethods, harvest.paymentMethods),
      paymentIntents: encodedRows(paymentIntents, harvest.paymentIntents),
      charges: encodedRows(charges, harvest.charges),
      refunds: encodedRows(refunds, harvest.refunds),
      balanceTransactions: encodedRows(balanceTransactions, harvest.balanceTransactions),
      postings: encodedRows(postings, harvest.postings),
      payouts: encodedRows(payouts, harvest.payouts),
      topups: encodedRows(topups, harvest.topups),
      events: encodedRows(events, harvest.events),
      jobs: encodedRows(jobs, harvest.jobs),
    },
    moved: movesOf(harvest.postings),
    figures: figuresOfHarvest(harvest, environment),
    paid: paidOfHarvest(harvest),
    documents: documentsOfHarvest(harvest, { environment, payers }),
    payouts: harvest.payouts.map(({ id }) => id),
  };
}

function movesOf(rows: Harvest["postings"]): BalanceMove[] {
  const moved = new Map<string, BalanceMove>();
  const move = (account: string, currency: string, amount: number) => {
    const key = `${account} ${currency}`;
    moved.set(key, { account, currency, balance: (moved.get(key)?.balance ?? 0) + amount });
  };
  for (const { from, to, amount, currency } of rows) {
    move(from, currency, -amount);
    move(to, currency, amount);
  }
  return [...moved.values()];
}
