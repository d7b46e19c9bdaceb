import { sql } from "drizzle-orm";
import {
  balanceTransactions,
  charges,
  customers,
  events,
  jobs,
  ledgerBalances,
  paymentIntents,
  paymentMethods,
  payouts,
  postings,
  refunds,
  topups,
} from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { countHarvest } from "./count-harvest.ts";
import { countPayers } from "./count-payers.ts";
import { indexHarvest, isIndexed, skipEvents } from "./index-harvest.ts";
import { insertRows } from "./insert-rows.ts";
import type { Harvest } from "./harvest.ts";

/** Writes the rows, moves the ledger's balances with them and has all of it found by search. */
export async function writeHarvest(tx: Tx, harvest: Harvest): Promise<void> {
  const indexed = await isIndexed(tx);
  await insertRows(tx, customers, harvest.customers);
  await insertRows(tx, paymentMethods, harvest.paymentMethods);
  await insertRows(tx, paymentIntents, harvest.paymentIntents);
  await insertRows(tx, charges, harvest.charges);
  await insertRows(tx, refunds, harvest.refunds);
  await insertRows(tx, balanceTransactions, harvest.balanceTransactions);
  await insertRows(tx, postings, harvest.postings);
  await insertRows(tx, payouts, harvest.payouts);
  await insertRows(tx, topups, harvest.topups);
  await insertRows(tx, events, harvest.events);
  await insertRows(tx, jobs, harvest.jobs);
  await moveBalances(tx, harvest.postings);
  await countHarvest(tx, harvest);
  await countPayers(tx, harvest);
  await indexHarvest(tx, harvest);
  if (indexed) await skipEvents(tx);
}

async function moveBalances(tx: Tx, rows: Harvest["postings"]): Promise<void> {
  const moved = new Map<string, { account: string; currency: string; balance: number }>();
  const move = (account: string, currency: string, amount: number) => {
    const key = `${account} ${currency}`;
    moved.set(key, { account, currency, balance: (moved.get(key)?.balance ?? 0) + amount });
  };
  for (const { from, to, amount, currency } of rows) {
    move(from, currency, -amount);
    move(to, currency, amount);
  }
  for (const change of moved.values()) {
    await tx.db
      .insert(ledgerBalances)
      .values({ environmentId: tx.environmentId, ...change })
      .onConflictDoUpdate({
        target: [ledgerBalances.environmentId, ledgerBalances.account, ledgerBalances.currency],
        set: { balance: sql`${ledgerBalances.balance} + excluded.balance` },
      });
  }
}
