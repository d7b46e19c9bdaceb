import type { Tx } from "#lib/auth/viewer";
import { enqueue } from "#lib/jobs/jobs";

/** Lets what came back to a customer, `amount` in minor units, pay what else waits for it, once this is committed. */
export async function reconcileLater(
  tx: Tx,
  { customerId, currency }: { customerId: string | null; currency: string },
  amount: number,
): Promise<void> {
  if (customerId === null || amount === 0) return;
  await enqueue(tx, "cash.reconcile", { customerId, currency, amount }, { runAt: tx.now });
}
