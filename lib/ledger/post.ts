import { sql } from "drizzle-orm";
import { insert } from "#db/rows";
import { ledgerBalances, postings as postingsTable } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { newId } from "#lib/ids";
import type { Posting } from "./posting.ts";

/** Writes postings and moves the balances of the accounts they touch. `sourceId`: the charge, refund or release behind them. */
export async function post(
  tx: Tx,
  postings: Posting[],
  source: { sourceId: string; balanceTransactionId: string | null },
): Promise<void> {
  for (const posting of postings) {
    if (!Number.isSafeInteger(posting.amount) || posting.amount <= 0) {
      throw new Error(`A posting must be a positive whole amount, not ${posting.amount}`);
    }
    await insert(tx, postingsTable, { id: newId("post", tx.now), createdAt: tx.now, ...posting, ...source });
    await move(tx, posting.from, posting.currency, -posting.amount);
    await move(tx, posting.to, posting.currency, posting.amount);
  }
}

async function move(tx: Tx, account: string, currency: string, amount: number): Promise<void> {
  const statement = tx.prepared("ledger balance", (db) =>
    db
      .insert(ledgerBalances)
      .values({
        environmentId: sql`${sql.placeholder("environmentId")}` as never,
        account: sql`${sql.placeholder("account")}` as never,
        currency: sql`${sql.placeholder("currency")}` as never,
        balance: sql`${sql.placeholder("amount")}` as never,
      })
      .onConflictDoUpdate({
        target: [ledgerBalances.environmentId, ledgerBalances.account, ledgerBalances.currency],
        set: { balance: sql`${ledgerBalances.balance} + excluded.balance` },
      })
      .prepare(),
  );
  await statement.execute({ environmentId: tx.environmentId, account, currency, amount });
}
