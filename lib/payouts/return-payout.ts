import { find } from "#db/rows";
import { balanceTransactions } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { enqueue } from "#lib/jobs/jobs";
import { payoutFeeReturned, payoutReturned } from "#lib/ledger/bank-posting";
import { bankTransaction } from "#lib/ledger/bank-transactions";
import { insertTransaction } from "#lib/ledger/insert-transaction";
import { post } from "#lib/ledger/post";
import { planPayouts } from "./plan-payouts.ts";
import type { PayoutRow } from "./wire.ts";

/** Books a payout's money back with what sending it cost; returns the balance transaction. */
export async function returnPayout(
  tx: Tx,
  payout: PayoutRow,
  type: "payout_failure" | "payout_cancel",
): Promise<string> {
  const booked =
    payout.balanceTransactionId && (await find(tx, balanceTransactions, payout.balanceTransactionId));
  if (!booked) throw new Error(`Payout ${payout.id} was never booked`);
  const { amount, currency } = payout;
  const waiting = booked.status === "pending";
  const detail = booked.feeDetails[0];
  const back = await insertTransaction(
    tx,
    bankTransaction(type, {
      now: tx.now,
      sourceId: payout.id,
      amount,
      currency,
      fee: detail && { ...detail, amount: -detail.amount },
      description: type === "payout_cancel" ? "STRIPE PAYOUT CANCELED" : "STRIPE PAYOUT FAILURE",
      pendingUntil: waiting ? booked.availableOn : undefined,
    }),
  );
  const moves = [
    ...payoutReturned(
      payout,
      payout.status === "paid" ? "bank" : "in_transit",
      waiting ? "pending" : "available",
    ),
    ...payoutFeeReturned({ amount: booked.fee, currency }),
  ];
  await post(tx, moves, { sourceId: payout.id, balanceTransactionId: back.id });
  await enqueue(tx, "refunds.fund", {}, { runAt: tx.now, uniqueKey: "refunds.fund" });
  await planPayouts(tx);
  return back.id;
}
