import { sql } from "drizzle-orm";
import { insert } from "#db/rows";
import type { CashEntryType, IncomingTransfer } from "#db/schema/cash";
import { cashBalances, cashTransactions } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { record } from "#lib/events/record";
import { newId } from "#lib/ids";
import { cashPosting } from "#lib/ledger/cash-posting";
import { post } from "#lib/ledger/post";
import { type CashTransactionRow, toCashTransaction } from "./wire.ts";

interface Movement {
  customerId: string;
  /** Positive, minor units: its type says which way it goes. */
  amount: number;
  currency: string;
  type: CashEntryType;
  paymentIntentId?: string;
  refundId?: string;
  transfer?: IncomingTransfer;
}

const spends = new Set<CashEntryType>(["applied_to_payment", "return_initiated"]);

/**
 * Moves money into or out of what a customer sent ahead: entry, balance, postings and event. Money of a refund is
 * posted by the refund.
 */
export async function moveCash(tx: Tx, { amount, ...moved }: Movement): Promise<CashTransactionRow> {
  const netAmount = spends.has(moved.type) ? -amount : amount;
  const endingBalance = await add(tx, moved, netAmount);
  if (endingBalance < 0)
    throw new Error(`Customer ${moved.customerId} would spend more than they sent ahead`);
  const row = await insert(tx, cashTransactions, {
    ...moved,
    id: newId("ccsbtxn", tx.now),
    createdAt: tx.now,
    netAmount,
    endingBalance,
  });
  if (moved.type !== "refunded_from_payment") {
    const { type, currency, paymentIntentId } = moved;
    const source = { sourceId: paymentIntentId ?? row.id, balanceTransactionId: null };
    await post(tx, [cashPosting(type, { amount, currency })], source);
  }
  await record(
    tx,
    "customer_cash_balance_transaction.created",
    toCashTransaction(row, tx.viewer.environment),
  );
  return row;
}

async function add(
  tx: Tx,
  { customerId, currency }: Pick<Movement, "customerId" | "currency">,
  amount: number,
): Promise<number> {
  const { environmentId } = tx;
  const [row] = await tx.db
    .insert(cashBalances)
    .values({ environmentId, customerId, currency, balance: amount })
    .onConflictDoUpdate({
      target: [cashBalances.environmentId, cashBalances.customerId, cashBalances.currency],
      set: { balance: sql`${cashBalances.balance} + excluded.balance` },
    })
    .returning({ balance: cashBalances.balance });
  if (!row) throw new Error(`Customer ${customerId} has no cash balance`);
  return row.balance;
}
