import { insert } from "#db/rows";
import { payouts } from "#db/schema/index";
import type { FeeDetail } from "#db/schema/ledger";
import type { Tx } from "#lib/auth/viewer";
import { record } from "#lib/events/record";
import type { ExternalAccountRow } from "#lib/external-accounts/wire";
import { newId } from "#lib/ids";
import { enqueue } from "#lib/jobs/jobs";
import { debitHeld, payoutHeld } from "#lib/ledger/bank-posting";
import { bankTransaction } from "#lib/ledger/bank-transactions";
import { holdingsOf } from "#lib/ledger/holdings";
import { insertTransaction } from "#lib/ledger/insert-transaction";
import { post } from "#lib/ledger/post";
import { type PayoutRow, toPayout } from "./wire.ts";

export interface NewPayout {
  /** Minor units; negative to take from the bank account. */
  amount: number;
  currency: string;
  destination: ExternalAccountRow;
  method: PayoutRow["method"];
  arrivalDate: number;
  /** When it is handed to the bank; until then it can be canceled. */
  submitAt: number;
  automatic?: true;
  fee?: FeeDetail;
  /** Of a debit: its money is the merchant's only when it has arrived. */
  waits?: true;
  description?: string | null;
  statementDescriptor?: string | null;
  originalPayoutId?: string;
  metadata?: Record<string, string>;
}

/** Notes a payout and takes its money aside, so that nobody refunds or pays out the same money twice. */
export async function insertPayout(tx: Tx, input: NewPayout): Promise<PayoutRow> {
  const { amount, currency, destination, fee, automatic } = input;
  const id = newId("po", tx.now);
  const transaction = await insertTransaction(
    tx,
    bankTransaction("payout", {
      now: tx.now,
      sourceId: id,
      amount: -amount,
      currency,
      fee,
      description: input.description ?? "STRIPE PAYOUT",
      payoutId: automatic ? id : null,
      pendingUntil: input.waits && input.arrivalDate,
    }),
  );
  const money = { amount, currency };
  const moves = input.waits
    ? debitHeld({ amount: -amount, currency })
    : payoutHeld(money, fee?.amount ?? 0, await holdingsOf(tx, currency));
  await post(tx, moves, { sourceId: id, balanceTransactionId: transaction.id });
  if (input.waits) {
    await enqueue(tx, "ledger.release", {}, { runAt: input.arrivalDate, uniqueKey: "ledger.release" });
  }
  const payout = await insert(tx, payouts, {
    id,
    createdAt: tx.now,
    amount,
    currency,
    arrivalDate: input.arrivalDate,
    automatic: automatic ?? false,
    status: "pending",
    method: input.method,
    type: destination.type,
    destinationId: destination.id,
    balanceTransactionId: transaction.id,
    description: input.description ?? null,
    statementDescriptor: input.statementDescriptor ?? null,
    originalPayoutId: input.originalPayoutId ?? null,
    metadata: input.metadata ?? {},
    createdBy: tx.viewer.actor,
  });
  await record(tx, "payout.created", toPayout(payout, tx.viewer.environment));
  await enqueue(tx, "payouts.submit", { payoutId: id }, { runAt: input.submitAt });
  return payout;
}
