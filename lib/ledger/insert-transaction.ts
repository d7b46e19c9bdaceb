import { insert } from "#db/rows";
import { balanceTransactions } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { tallyTransaction } from "#lib/figures/tally";
import type { BalanceTransactionRow, NewBalanceTransaction } from "./transactions.ts";

/** Writes a balance transaction and counts it; its postings are the caller's. */
export async function insertTransaction(
  tx: Tx,
  transaction: NewBalanceTransaction,
): Promise<BalanceTransactionRow> {
  const row = await insert(tx, balanceTransactions, transaction);
  await tallyTransaction(tx, row);
  return row;
}
