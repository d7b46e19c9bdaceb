import { insert } from "#db/rows";
import { cashReturns } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { findCustomer } from "#lib/customers/queries";
import { invalid } from "#lib/errors";
import { newId } from "#lib/ids";
import { mergeMetadata, type MetadataPatch } from "#lib/metadata";
import { finish } from "#lib/operations/finish";
import type { Operation } from "#lib/operations/operation";
import { startOperation } from "#lib/operations/start-operation";
import { cashIn } from "./balances.ts";
import { moveCash } from "./move-cash.ts";
import type { CashReturnRow } from "./return-wire.ts";
import { sendingCash } from "./send-cash.ts";

export interface CashReturnInput {
  customerId: string;
  currency: string;
  /** Minor units. */
  amount: number;
  reason?: CashReturnRow["reason"];
  /** Where the customer is asked for their bank account, should nobody know it; else at their own address. */
  instructionsEmail?: string;
  metadata?: MetadataPatch;
}

/**
 * Sends money that a customer sent ahead, and no payment took, back to the bank it came from. It leaves their cash
 * balance at once, and comes back to it where the bank does not take it or the customer does not say which bank is
 * theirs. It is theirs: limits for refunds do not concern it.
 */
export async function returnCash(viewer: Viewer, input: CashReturnInput): Promise<CashReturnRow> {
  authorize(viewer, "refunds:write");
  return finish(viewer, await transaction(viewer, (tx) => start(tx, input)), sendingCash);
}

async function start(tx: Tx, input: CashReturnInput): Promise<Operation> {
  const { customerId, amount, currency, reason = null, instructionsEmail = null, metadata } = input;
  await findCustomer(tx, customerId, "customer");
  await assertThere(tx, input);
  const { id } = await insert(tx, cashReturns, {
    id: newId("re", tx.now),
    createdAt: tx.now,
    customerId,
    amount,
    currency,
    status: "pending",
    reason,
    reference: null,
    instructionsEmail,
    metadata: mergeMetadata({}, metadata),
    createdBy: tx.viewer.actor,
  });
  await audit(tx, "refund.created", {
    subject: id,
    after: { customer: customerId, amount, currency, reason },
  });
  await moveCash(tx, { customerId, amount, currency, type: "return_initiated", refundId: id });
  return startOperation(tx, sendingCash, id, { amount, currency });
}

async function assertThere(tx: Tx, { customerId, amount, currency }: CashReturnInput): Promise<void> {
  if (amount <= (await cashIn(tx, customerId, currency))) return;
  throw invalid("The customer's cash balance does not cover this amount.", {
    code: "cash_balance_insufficient",
    param: "amount",
  });
}
