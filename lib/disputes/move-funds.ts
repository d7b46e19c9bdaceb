import { and, eq } from "drizzle-orm";
import { find } from "#db/rows";
import { balanceTransactions } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { enqueue } from "#lib/jobs/jobs";
import { insertTransaction } from "#lib/ledger/insert-transaction";
import { post } from "#lib/ledger/post";
import {
  type Amount,
  disputeConceded,
  disputeReinstated,
  disputeWithdrawn,
  networkFeeReturned,
  networkFeeTaken,
} from "#lib/ledger/posting";
import { settledPart } from "#lib/ledger/settled-part";
import { disputeReversalTransaction, disputeTransaction, feeTransaction } from "#lib/ledger/transactions";
import type { ChargeRow } from "#lib/payments/wire";
import { planPayouts } from "#lib/payouts/plan-payouts";
import { disputeFee, networkFee } from "./dispute-fee.ts";
import type { DisputeRow } from "./wire.ts";

/** Takes what is disputed, and the dispute's fee, out of the merchant's balance: it may go below zero for them. */
export async function withdrawFunds(
  tx: Tx,
  dispute: Pick<DisputeRow, "id" | "amount" | "currency" | "network">,
  charge: ChargeRow,
): Promise<string> {
  const { settled, exchangeRate } = await settledPart(tx, charge, dispute.amount);
  const fee = disputeFee(tx.viewer.environment, dispute, settled);
  const transaction = await insertTransaction(
    tx,
    disputeTransaction({
      now: tx.now,
      sourceId: dispute.id,
      description: `Chargeback withdrawal for ${charge.id}`,
      settled,
      exchangeRate,
      fee: fee.amount,
      feeDetails: fee.amount > 0 ? [fee] : [],
    }),
  );
  await post(tx, disputeWithdrawn(settled, paidOf(dispute), fee.amount), sourceOf(dispute, transaction));
  await planPayouts(tx);
  return transaction.id;
}

/** Gives back what was withdrawn; the dispute's fee is not given back. */
export async function reinstateFunds(tx: Tx, dispute: DisputeRow): Promise<string> {
  const withdrawn = await withdrawalOf(tx, dispute);
  const settled = { amount: -withdrawn.amount, currency: withdrawn.currency };
  const transaction = await insertTransaction(
    tx,
    disputeReversalTransaction({
      now: tx.now,
      sourceId: dispute.id,
      description: `Chargeback reversal for ${dispute.chargeId}`,
      settled,
      exchangeRate: withdrawn.exchangeRate,
    }),
  );
  await post(tx, disputeReinstated(paidOf(dispute), settled), sourceOf(dispute, transaction));
  await enqueue(tx, "refunds.fund", {}, { runAt: tx.now, uniqueKey: "refunds.fund" });
  await planPayouts(tx);
  return transaction.id;
}

/** What was withdrawn stays with the customer. */
export async function concedeFunds(tx: Tx, dispute: DisputeRow): Promise<void> {
  await post(tx, disputeConceded(paidOf(dispute)), { sourceId: dispute.id, balanceTransactionId: null });
}

/** What a network asks for settling a compliance case itself. */
export async function takeNetworkFee(tx: Tx, dispute: DisputeRow): Promise<void> {
  const { currency } = await withdrawalOf(tx, dispute);
  const amount = networkFee(tx.viewer.environment, currency);
  if (amount > 0) await bookNetworkFee(tx, dispute, { amount, currency }, "taken");
}

/** The network's fee comes back with a case that is won. */
export async function returnNetworkFee(tx: Tx, dispute: DisputeRow): Promise<void> {
  const [taken] = await tx.db
    .select()
    .from(balanceTransactions)
    .where(
      and(
        eq(balanceTransactions.environmentId, tx.environmentId),
        eq(balanceTransactions.sourceId, dispute.id),
        eq(balanceTransactions.type, "stripe_fee"),
      ),
    )
    .limit(1);
  if (!taken) return;
  const fee = { amount: -taken.amount, currency: taken.currency };
  await bookNetworkFee(tx, dispute, fee, "returned");
}

async function bookNetworkFee(
  tx: Tx,
  dispute: DisputeRow,
  settled: Amount,
  direction: "taken" | "returned",
): Promise<void> {
  const what = direction === "taken" ? "Compliance dispute fee" : "Compliance dispute fee returned";
  const transaction = await insertTransaction(
    tx,
    feeTransaction({
      now: tx.now,
      sourceId: dispute.id,
      description: `${what} for ${dispute.chargeId}`,
      settled,
      exchangeRate: null,
      direction,
    }),
  );
  const postings = direction === "taken" ? networkFeeTaken(settled) : networkFeeReturned(settled);
  await post(tx, postings, sourceOf(dispute, transaction));
  await planPayouts(tx);
}

async function withdrawalOf(tx: Tx, { id, withdrawalId }: DisputeRow) {
  const withdrawn = withdrawalId === null ? undefined : await find(tx, balanceTransactions, withdrawalId);
  if (!withdrawn) throw new Error(`Dispute ${id} has taken nothing`);
  return withdrawn;
}

function paidOf({ amount, currency }: Pick<DisputeRow, "amount" | "currency">): Amount {
  return { amount, currency };
}

function sourceOf({ id }: { id: string }, transaction: { id: string }) {
  return { sourceId: id, balanceTransactionId: transaction.id };
}
