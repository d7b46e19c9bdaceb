import { and, asc, eq } from "drizzle-orm";
import { balanceTransactions } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { settledPart } from "#lib/ledger/settled-part";
import type { BalanceTransactionRow } from "#lib/ledger/transactions";
import { findCharge, findPayment } from "#lib/payments/find-payment";
import type { ChargeRow, PaymentIntentRow } from "#lib/payments/wire";
import { unrefunded } from "#lib/refunds/refundable";
import { aftermathOf } from "./aftermath.ts";
import { disputeFee } from "./dispute-fee.ts";
import { findDispute } from "./find-dispute.ts";
import { type DisputeMoment, momentsOf } from "./moments.ts";
import { isInquiry } from "./status.ts";
import type { DisputeRow } from "./wire.ts";

/** Minor units of the currency that is settled in. */
export interface DisputeCost {
  amount: number;
  fee: number;
  currency: string;
}

/** A dispute with all it is judged by. */
export interface DisputeCase {
  dispute: DisputeRow;
  payment: PaymentIntentRow;
  charge: ChargeRow;
  /** What it took from the balance and brought back, first to last. */
  transactions: readonly BalanceTransactionRow[];
  /** What an open inquiry would take if it became a dispute now; null for all others. */
  threat: DisputeCost | null;
  /** Newest first, with what else the bank said of the payment. */
  moments: readonly DisputeMoment[];
}

/** A dispute with its payment, its money and its story. Throws a 404 for what is not this environment's. */
export async function getDisputeCase(viewer: Viewer, id: string): Promise<DisputeCase> {
  authorize(viewer, "disputes:read");
  authorize(viewer, "payments:read");
  const handle = await reader(viewer);
  const dispute = await findDispute(handle, id);
  const charge = await findCharge(handle, dispute.chargeId);
  const payment = await findPayment(handle, dispute.paymentIntentId);
  const aftermath = await aftermathOf(viewer, dispute.paymentIntentId);
  const moments = momentsOf({ ...aftermath, disputes: [dispute] });
  return {
    dispute,
    payment,
    charge,
    transactions: await transactionsOf(handle, id),
    threat: await threatOf(viewer, handle, dispute, charge),
    moments: moments.sort((a, b) => a.at - b.at).reverse(),
  };
}

function transactionsOf(handle: Handle, disputeId: string): Promise<BalanceTransactionRow[]> {
  return handle.db
    .select()
    .from(balanceTransactions)
    .where(
      and(
        eq(balanceTransactions.environmentId, handle.environmentId),
        eq(balanceTransactions.sourceId, disputeId),
      ),
    )
    .orderBy(asc(balanceTransactions.createdAt), asc(balanceTransactions.id));
}

async function threatOf(
  viewer: Viewer,
  handle: Handle,
  dispute: DisputeRow,
  charge: ChargeRow,
): Promise<DisputeCost | null> {
  if (!isInquiry(dispute.status) || dispute.closedAt !== null) return null;
  const amount = Math.min(dispute.amount, unrefunded(charge));
  const { settled } = await settledPart(handle, charge, amount);
  return { ...settled, fee: disputeFee(viewer.environment, dispute, settled).amount };
}
