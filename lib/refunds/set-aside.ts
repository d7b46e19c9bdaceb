import { and, eq, inArray, sql } from "drizzle-orm";
import { find, insert } from "#db/rows";
import { balanceTransactions, refunds } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { holdingsOf } from "#lib/ledger/holdings";
import { post } from "#lib/ledger/post";
import { covers, refundHeld } from "#lib/ledger/posting";
import { settledShare } from "#lib/ledger/shares";
import { type BalanceTransactionRow, refundTransaction } from "#lib/ledger/transactions";
import type { ChargeRow } from "#lib/payments/wire";

/**
 * Takes a refund's money out of the merchant's balance, `amount` in minor units of the charge's currency.
 * Null when the balance is short: nothing is moved then.
 */
export async function setAside(
  tx: Tx,
  { refundId, charge, amount }: { refundId: string; charge: ChargeRow; amount: number },
): Promise<BalanceTransactionRow | null> {
  const paid = await paidInto(tx, charge);
  const settled = { amount: await settledAmount(tx, charge, paid, amount), currency: paid.currency };
  const holdings = await holdingsOf(tx, paid.currency);
  if (!covers(holdings, settled)) return null;

  const transaction = await insert(
    tx,
    balanceTransactions,
    refundTransaction({
      now: tx.now,
      sourceId: refundId,
      description: "REFUND FOR CHARGE" + (charge.description ? ` (${charge.description})` : ""),
      settled,
      exchangeRate: paid.exchangeRate,
      type: paid.type === "charge" ? "refund" : "payment_refund",
    }),
  );
  await post(tx, refundHeld(settled, holdings), {
    sourceId: refundId,
    balanceTransactionId: transaction.id,
  });
  return transaction;
}

async function paidInto(tx: Tx, charge: ChargeRow): Promise<BalanceTransactionRow> {
  const transaction =
    charge.balanceTransactionId === null
      ? undefined
      : await find(tx, balanceTransactions, charge.balanceTransactionId);
  if (!transaction) throw new Error(`Charge ${charge.id} was captured but never booked`);
  return transaction;
}

async function settledAmount(
  tx: Tx,
  charge: ChargeRow,
  paid: BalanceTransactionRow,
  amount: number,
): Promise<number> {
  if (paid.currency === charge.currency) return amount;
  const taken = await takenByRefunds(tx, charge);
  return settledShare({
    settled: await settledTotal(tx, charge),
    whole: charge.amountCaptured,
    amount,
    left: charge.amountCaptured - taken.paid,
    taken: taken.settled,
  });
}

/** What the charge brought in the settlement currency: its own entry less what was not captured. */
async function settledTotal(tx: Tx, charge: ChargeRow): Promise<number> {
  const [row] = await tx.db
    .select({ total: sql<number>`sum(${balanceTransactions.amount})`.mapWith(Number) })
    .from(balanceTransactions)
    .where(
      and(
        eq(balanceTransactions.environmentId, tx.environmentId),
        eq(balanceTransactions.sourceId, charge.id),
      ),
    );
  return row?.total ?? 0;
}

/** What booked refunds took so far: in the charge's currency and in the settlement currency. */
async function takenByRefunds(tx: Tx, charge: ChargeRow): Promise<{ paid: number; settled: number }> {
  const [row] = await tx.db
    .select({
      paid: sql<number>`coalesce(sum(${refunds.amount}), 0)`.mapWith(Number),
      settled: sql<number>`coalesce(sum(-${balanceTransactions.amount}), 0)`.mapWith(Number),
    })
    .from(refunds)
    .innerJoin(
      balanceTransactions,
      and(
        eq(balanceTransactions.environmentId, refunds.environmentId),
        eq(balanceTransactions.id, refunds.balanceTransactionId),
      ),
    )
    .where(
      and(
        eq(refunds.environmentId, tx.environmentId),
        eq(refunds.chargeId, charge.id),
        inArray(refunds.status, ["pending", "requires_action", "succeeded"]),
      ),
    );
  return row ?? { paid: 0, settled: 0 };
}
