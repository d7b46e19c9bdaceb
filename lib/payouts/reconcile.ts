import { and, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { balanceTransactions } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { ledgerAccounts } from "#lib/ledger/accounts";
import { balanceOf } from "#lib/ledger/balances";
import { minimumKept, minimumReleased } from "#lib/ledger/bank-posting";
import { bankTransaction } from "#lib/ledger/bank-transactions";
import { pendingTotal } from "#lib/ledger/pending-total";
import { insertTransaction } from "#lib/ledger/insert-transaction";
import { post } from "#lib/ledger/post";
import type { PayoutRow } from "./wire.ts";

/**
 * What the balance transactions come to that are available and were in no automatic payout yet, and what is still
 * pending; minor units. Refunds may have been paid out of pending money: so much less is ready.
 */
export async function unpaidTotal(tx: Tx, currency: string): Promise<{ ready: number; waiting: number }> {
  const waiting = await pendingTotal(tx, currency);
  const spent = waiting - (await balanceOf(tx, ledgerAccounts.pending, currency));
  return { ready: (await balanceOf(tx, ledgerAccounts.available, currency)) - spent, waiting };
}

/** So many at a time: no statement may keep others from the database. */
const batch = 500;

/** Notes in which payout the transactions were that it consists of. They come to `total`, to the cent. */
export async function assignTransactions(
  tx: Tx,
  { id, currency, balanceTransactionId }: PayoutRow,
  total: number,
): Promise<void> {
  let sum = 0;
  for (;;) {
    const rows = await tx.db
      .select({ id: balanceTransactions.id, net: balanceTransactions.net })
      .from(balanceTransactions)
      .where(
        and(
          eq(balanceTransactions.environmentId, tx.environmentId),
          isNull(balanceTransactions.payoutId),
          eq(balanceTransactions.currency, currency),
          eq(balanceTransactions.status, "available"),
          ne(balanceTransactions.id, balanceTransactionId ?? ""),
        ),
      )
      .limit(batch);
    if (rows.length === 0) break;
    sum += rows.reduce((part, row) => part + row.net, 0);
    await assign(
      tx,
      id,
      rows.map((row) => row.id),
    );
  }
  if (sum !== total) throw new Error(`Payout ${id} consists of ${sum}, but ${total} was ready`);
}

async function assign(tx: Tx, payoutId: string, ids: string[]): Promise<void> {
  await tx.db
    .update(balanceTransactions)
    .set({ payoutId: sql`${payoutId}` })
    .where(
      and(eq(balanceTransactions.environmentId, tx.environmentId), inArray(balanceTransactions.id, ids)),
    );
}

/** What stays behind leaves the payout's sum, and is found by the next one. */
export async function keepMinimum(tx: Tx, payout: PayoutRow, kept: number): Promise<void> {
  if (kept === 0) return;
  const { id, currency } = payout;
  const money = { amount: kept, currency };
  const common = { now: tx.now, sourceId: id, currency, description: null };
  const hold = bankTransaction("payout_minimum_balance_hold", { ...common, amount: -kept, payoutId: id });
  const release = bankTransaction("payout_minimum_balance_release", { ...common, amount: kept });
  await insertTransaction(tx, hold);
  await post(tx, minimumKept(money), { sourceId: id, balanceTransactionId: hold.id });
  await insertTransaction(tx, release);
  await post(tx, minimumReleased(money), { sourceId: id, balanceTransactionId: release.id });
}
