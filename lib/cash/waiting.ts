import { and, asc, eq } from "drizzle-orm";
import { paymentIntents } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { stillToSend } from "#lib/payments/apply-cash";
import { waitsForTransfer } from "#lib/payments/transfer-instructions";
import type { PaymentIntentRow } from "#lib/payments/wire";
import { cashIn } from "./balances.ts";

/** Payments that wait for a transfer of this customer, oldest first; in one currency where it is named. */
export async function waitingFor(
  handle: Handle,
  { customerId, currency }: { customerId: string; currency?: string },
): Promise<PaymentIntentRow[]> {
  const rows = await handle.db
    .select()
    .from(paymentIntents)
    .where(
      and(
        eq(paymentIntents.environmentId, handle.environmentId),
        eq(paymentIntents.customerId, customerId),
        eq(paymentIntents.status, "requires_action"),
        eq(paymentIntents.methodType, "customer_balance"),
        currency === undefined ? undefined : eq(paymentIntents.currency, currency),
      ),
    )
    .orderBy(asc(paymentIntents.createdAt), asc(paymentIntents.id));
  return rows.filter(waitsForTransfer);
}

/** What waits for a customer's transfers: each payment with what it lacks and how much of that is there, minor units. */
export async function waitingPayments(
  viewer: Viewer,
  customerId: string,
): Promise<{ payment: PaymentIntentRow; lacks: number; there: number }[]> {
  authorize(viewer, "payments:read");
  const handle = await reader(viewer);
  const waiting = [];
  for (const payment of await waitingFor(handle, { customerId })) {
    const lacks = stillToSend(payment);
    const there = Math.min(lacks, await cashIn(handle, customerId, payment.currency));
    waiting.push({ payment, lacks, there });
  }
  return waiting;
}
