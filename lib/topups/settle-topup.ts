import { change } from "#db/rows";
import { topups } from "#db/schema/index";
import { transaction } from "#db/transaction";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { record } from "#lib/events/record";
import { enqueue } from "#lib/jobs/jobs";
import { toppedUp } from "#lib/ledger/bank-posting";
import { bankTransaction } from "#lib/ledger/bank-transactions";
import { insertTransaction } from "#lib/ledger/insert-transaction";
import { post } from "#lib/ledger/post";
import { planPayouts } from "#lib/payouts/plan-payouts";
import { findTopup } from "./queries.ts";
import { type TopupRow, toTopup } from "./wire.ts";

export interface TopupEnd extends Record<string, unknown> {
  topupId: string;
  /** Why the bank did not send the money, or took it back; null: it is there. */
  failure: string | null;
}

/** What became of a top-up. Does nothing to one that is over. */
export function settleTopup(viewer: Viewer, { topupId, failure }: TopupEnd): Promise<void> {
  return transaction(viewer, async (tx) => {
    const topup = await findTopup(tx, topupId);
    if (topup.status === "pending" && failure === null) await succeed(tx, topup);
    if (topup.status === "pending" && failure !== null) await end(tx, topup, "failed", failure);
    if (topup.status === "succeeded" && failure !== null) await reverse(tx, topup, failure);
  });
}

async function succeed(tx: Tx, topup: TopupRow): Promise<void> {
  const balanceTransactionId = await book(tx, topup, "topup");
  const after = await change(tx, topups, topup, { status: "succeeded", balanceTransactionId });
  await record(tx, "topup.succeeded", toTopup(after, tx.viewer.environment));
  await enqueue(tx, "refunds.fund", {}, { runAt: tx.now, uniqueKey: "refunds.fund" });
  await planPayouts(tx);
}

/** The bank took its money back: a cause for which the balance may go below zero. */
async function reverse(tx: Tx, topup: TopupRow, failureCode: string): Promise<void> {
  await book(tx, topup, "topup_reversal");
  await planPayouts(tx);
  await end(tx, topup, "reversed", failureCode);
}

async function end(
  tx: Tx,
  topup: TopupRow,
  status: "failed" | "reversed",
  failureCode: string,
): Promise<void> {
  const after = await change(tx, topups, topup, { status, failureCode });
  await record(tx, `topup.${status}`, toTopup(after, tx.viewer.environment));
}

async function book(tx: Tx, topup: TopupRow, type: "topup" | "topup_reversal"): Promise<string> {
  const { id, currency } = topup;
  const amount = type === "topup" ? topup.amount : -topup.amount;
  const description = topup.description ?? (type === "topup" ? "Top-up" : "Top-up reversal");
  const booked = await insertTransaction(
    tx,
    bankTransaction(type, { now: tx.now, sourceId: id, amount, currency, description }),
  );
  await post(tx, toppedUp({ amount, currency }), { sourceId: id, balanceTransactionId: booked.id });
  return booked.id;
}
