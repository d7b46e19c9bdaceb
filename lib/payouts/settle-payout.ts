import { transaction } from "#db/transaction";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { addBusinessDays } from "#lib/business-days";
import { changeExternalAccount } from "#lib/external-accounts/insert-external-account";
import { enqueue } from "#lib/jobs/jobs";
import { payoutArrived } from "#lib/ledger/bank-posting";
import { post } from "#lib/ledger/post";
import { tellOfFailedPayout } from "#lib/notifications/tell-of";
import { getDestination } from "./destination.ts";
import { findPayout } from "./queries.ts";
import { returnPayout } from "./return-payout.ts";
import { changePayout } from "./update-payout.ts";
import type { PayoutRow } from "./wire.ts";

export interface PayoutEnd extends Record<string, unknown> {
  payoutId: string;
  /** Why the bank sent it back, even after it had it; null: it arrived. */
  failure: string | null;
}

/** Business days after a transfer's arrival in which a bank may still send it back. */
const sentBackWithin = 5;

/** What became of a payout. Does nothing to one that is over. */
export function settlePayout(viewer: Viewer, { payoutId, failure }: PayoutEnd): Promise<void> {
  return transaction(viewer, async (tx) => {
    const payout = await findPayout(tx, payoutId);
    const onItsWay = payout.status === "in_transit";
    if (failure === null) {
      if (onItsWay) await arrive(tx, payout);
    } else if (onItsWay || (payout.status === "paid" && !(await isReversed(tx, payout, failure)))) {
      await fail(tx, payout, failure);
    }
  });
}

/** Whether a reversal brings its money back. While that may still come to nothing, the bank's word is kept for later. */
async function isReversed(tx: Tx, { id, reversedById }: PayoutRow, failure: string): Promise<boolean> {
  if (reversedById === null) return false;
  const { status, arrivalDate } = await findPayout(tx, reversedById);
  if (status === "failed" || status === "canceled") return false;
  const known = addBusinessDays(arrivalDate, sentBackWithin);
  if (tx.now < known) await enqueue(tx, "payouts.settle", { payoutId: id, failure }, { runAt: known });
  return true;
}

async function arrive(tx: Tx, payout: PayoutRow): Promise<void> {
  await post(tx, payoutArrived(payout), { sourceId: payout.id, balanceTransactionId: null });
  await changePayout(tx, payout, { status: "paid" }, "payout.paid");
}

/** Its money is the merchant's again, and nothing more is sent to this destination until somebody looks at it. */
async function fail(tx: Tx, payout: PayoutRow, failureCode: string): Promise<void> {
  const failureBalanceTransactionId = await returnPayout(tx, payout, "payout_failure");
  const patch = { status: "failed" as const, failureCode, failureBalanceTransactionId };
  await changePayout(tx, payout, patch, "payout.failed");
  await tellOfFailedPayout(tx, payout, failureCode);
  const destination = await getDestination(tx, payout);
  if (destination.deletedAt === null && destination.status !== "errored") {
    await changeExternalAccount(tx, destination, { status: "errored" });
  }
}
