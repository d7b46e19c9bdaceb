import type { Tx } from "#lib/auth/viewer";
import { settingsOf } from "#lib/balance-settings/settings";
import { record } from "#lib/events/record";
import { defaultFor } from "#lib/external-accounts/queries";
import { enqueue } from "#lib/jobs/jobs";
import { planPayouts } from "#lib/payouts/plan-payouts";
import { bookPayment, type CapturedPayment } from "./book-payment.ts";
import { balanceNow } from "./get-balance.ts";
import { insertTransaction } from "./insert-transaction.ts";
import { post } from "./post.ts";
import type { NewBalanceTransaction } from "./transactions.ts";

/** Books a captured payment: balance transactions, fee, conversion, postings; and the day it comes due. */
export async function recordPayment(tx: Tx, payment: CapturedPayment): Promise<NewBalanceTransaction> {
  const { environment } = tx.viewer;
  const { delayDays } = await settingsOf(tx, environment);
  const settlesIn = await settlementCurrency(tx, payment.currency);
  const entries = bookPayment({ ...environment, settlesIn, delayDays }, payment, tx.now);
  for (const { transaction, postings } of entries) {
    await insertTransaction(tx, transaction);
    await post(tx, postings, { sourceId: payment.chargeId, balanceTransactionId: transaction.id });
  }
  const charge = entries[0]?.transaction;
  if (!charge) throw new Error("A payment books at least one entry");
  if (charge.status === "pending") {
    await enqueue(tx, "ledger.release", {}, { runAt: charge.availableOn, uniqueKey: "ledger.release" });
  } else {
    await record(tx, "balance.available", await balanceNow(tx, environment));
    await planPayouts(tx);
  }
  return charge;
}

/** What a payment is settled in: its own currency where the business has a bank account for that, else its default. */
async function settlementCurrency(tx: Tx, currency: string): Promise<string> {
  const own = tx.viewer.environment.currency;
  return currency === own || (await defaultFor(tx, currency)) ? currency : own;
}
