import { and, eq } from "drizzle-orm";
import { change } from "#db/rows";
import { paymentIntents, refunds } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { countPayment } from "#lib/customers/figures/count-payment";
import { findPayment } from "#lib/payments/find-payment";
import { statusWord } from "#lib/payments/status-word";
import type { ChargeRow, PaymentIntentRow } from "#lib/payments/wire";

/** Brings the payment's refunded amount and its word up to its charge and refunds. */
export async function refreshPayment(tx: Tx, charge: ChargeRow): Promise<PaymentIntentRow> {
  const payment = await findPayment(tx, charge.paymentIntentId);
  const moved = { amountRefunded: charge.amountRefunded };
  const after = await change(tx, paymentIntents, payment, {
    ...moved,
    paymentStatus: statusWord({ ...payment, ...moved }, charge, {
      refundWaits: await refundWaits(tx, charge.id),
    }),
  });
  await countPayment(tx, after);
  return after;
}

/** Whether a refund of the charge waits for the balance. */
export async function refundWaits(tx: Tx, chargeId: string): Promise<boolean> {
  const waiting = await tx.db
    .select({ id: refunds.id })
    .from(refunds)
    .where(
      and(
        eq(refunds.environmentId, tx.environmentId),
        eq(refunds.chargeId, chargeId),
        eq(refunds.status, "pending"),
        eq(refunds.pendingReason, "insufficient_funds"),
      ),
    )
    .limit(1);
  return waiting.length > 0;
}
