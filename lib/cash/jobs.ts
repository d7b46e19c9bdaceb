import { transaction } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { on } from "#lib/jobs/jobs";
import { holderOf } from "./holder.ts";
import { reconcile } from "./reconcile.ts";
import "./name-account.ts";
import "./send-cash.ts";
import { answerCashReturn, expireCashReturn, settleCashReturn } from "./settle-return.ts";

on("cash.reconcile", reconcileReturned);
on("cash.return_answered", answerCashReturn);
on("cash.return_arrives", settleCashReturn);
on("cash.return_expires", expireCashReturn);

/** What came back to a customer's cash balance, from a payment that was canceled or refunded, pays what waits for it. */
async function reconcileReturned(
  viewer: Viewer,
  { customerId, currency, amount }: { customerId: string; currency: string; amount: number },
): Promise<void> {
  await transaction(viewer, async (tx) => {
    const holder = await holderOf(tx, customerId);
    if (holder !== null) await reconcile(tx, { customerId: holder, currency, amount, reference: null });
  });
}
