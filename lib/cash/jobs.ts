import { transaction } from "#db/transaction";
import type { Viewer } from "#lib/auth/viewer";
import { atCustomersTime } from "#lib/customers/change-of-customer";
import { on } from "#lib/jobs/jobs";
import { reconcile } from "./reconcile.ts";

on("cash.reconcile", reconcileReturned);

/** What came back to a customer's cash balance, from a payment that was canceled or refunded, pays what waits for it. */
async function reconcileReturned(
  viewer: Viewer,
  { customerId, currency, amount }: { customerId: string; currency: string; amount: number },
): Promise<void> {
  await transaction(viewer, (tx) =>
    atCustomersTime(tx, customerId, (there) =>
      reconcile(there, { customerId, currency, amount, reference: null }),
    ),
  );
}
