import { insert } from "#db/rows";
import { cashReturns } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { addBusinessDays } from "#lib/business-days";
import { findCustomer } from "#lib/customers/queries";
import { invalid } from "#lib/errors";
import { record } from "#lib/events/record";
import { newId } from "#lib/ids";
import { enqueue } from "#lib/jobs/jobs";
import { mergeMetadata, type MetadataPatch } from "#lib/metadata";
import { claimed } from "#lib/operations/claimed";
import { cashIn } from "./balances.ts";
import { moveCash } from "./move-cash.ts";
import { type CashReturnRow, toRefundOfCash } from "./return-wire.ts";

export interface CashReturnInput {
  customerId: string;
  currency: string;
  /** Minor units. */
  amount: number;
  reason?: CashReturnRow["reason"];
  metadata?: MetadataPatch;
}

/**
 * Sends money that a customer sent ahead, and no payment took, back to the bank it came from. It leaves their cash
 * balance at once and arrives on the next business day. It is theirs: limits for refunds do not concern it.
 */
export async function returnCash(viewer: Viewer, input: CashReturnInput): Promise<CashReturnRow> {
  authorize(viewer, "refunds:write");
  return transaction(viewer, (tx) => claimed(tx, () => send(tx, input)));
}

async function send(tx: Tx, { reason = null, metadata, ...asked }: CashReturnInput): Promise<CashReturnRow> {
  const { customerId, amount, currency } = asked;
  await assertThere(tx, asked);
  const row = await insert(tx, cashReturns, {
    id: newId("re", tx.now),
    createdAt: tx.now,
    customerId,
    amount,
    currency,
    status: "pending",
    reason,
    reference: null,
    metadata: mergeMetadata({}, metadata),
    createdBy: tx.viewer.actor,
  });
  await audit(tx, "refund.created", {
    subject: row.id,
    after: { customer: customerId, amount, currency, reason },
  });
  await record(tx, "refund.created", toRefundOfCash(row));
  await moveCash(tx, { customerId, amount, currency, type: "return_initiated", refundId: row.id });
  await enqueue(tx, "cash.return_arrives", { returnId: row.id }, { runAt: addBusinessDays(tx.now, 1) });
  return row;
}

async function assertThere(tx: Tx, { customerId, amount, currency }: CashReturnInput): Promise<void> {
  await findCustomer(tx, customerId, "customer");
  if (amount <= (await cashIn(tx, customerId, currency))) return;
  throw invalid("The customer's cash balance does not cover this amount.", {
    code: "cash_balance_insufficient",
    param: "amount",
  });
}
