import type { Tx } from "#lib/auth/viewer";
import { holdingsOf } from "#lib/ledger/holdings";
import { insertTransaction } from "#lib/ledger/insert-transaction";
import { post } from "#lib/ledger/post";
import { covers, refundHeld } from "#lib/ledger/posting";
import { settledPart } from "#lib/ledger/settled-part";
import { type BalanceTransactionRow, refundTransaction } from "#lib/ledger/transactions";
import type { ChargeRow } from "#lib/payments/wire";
import { planPayouts } from "#lib/payouts/plan-payouts";

/**
 * Takes a refund's money out of the merchant's balance, `amount` in minor units of the charge's currency.
 * Null when the balance is short: nothing is moved then.
 */
export async function setAside(
  tx: Tx,
  { refundId, charge, amount }: { refundId: string; charge: ChargeRow; amount: number },
): Promise<BalanceTransactionRow | null> {
  const { settled, exchangeRate, type } = await settledPart(tx, charge, amount);
  const holdings = await holdingsOf(tx, settled.currency);
  if (!covers(holdings, settled)) return null;

  const transaction = await insertTransaction(
    tx,
    refundTransaction({
      now: tx.now,
      sourceId: refundId,
      description: "REFUND FOR CHARGE" + (charge.description ? ` (${charge.description})` : ""),
      settled,
      exchangeRate,
      type: type === "charge" ? "refund" : "payment_refund",
    }),
  );
  await post(tx, refundHeld(settled, holdings), {
    sourceId: refundId,
    balanceTransactionId: transaction.id,
  });
  // What is owed is debited, though nothing else moves the balance.
  if (settled.amount > holdings.available) await planPayouts(tx);
  return transaction;
}
