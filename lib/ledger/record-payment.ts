import { insert } from "#db/rows";
import { balanceTransactions } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { enqueue } from "#lib/jobs/jobs";
import { bookPayment, type CapturedPayment } from "./book-payment.ts";
import { post } from "./post.ts";
import type { NewBalanceTransaction } from "./transactions.ts";

/** Books a captured payment: balance transactions, fee, conversion, postings; and the day it comes due. */
export async function recordPayment(tx: Tx, payment: CapturedPayment): Promise<NewBalanceTransaction> {
  const entries = bookPayment(tx.viewer.environment, payment, tx.now);
  for (const { transaction, postings } of entries) {
    await insert(tx, balanceTransactions, transaction);
    await post(tx, postings, { sourceId: payment.chargeId, balanceTransactionId: transaction.id });
  }
  const charge = entries[0]?.transaction;
  if (!charge) throw new Error("A payment books at least one entry");
  if (charge.status === "pending") {
    await enqueue(tx, "ledger.release", {}, { runAt: charge.availableOn, uniqueKey: "ledger.release" });
  }
  return charge;
}
