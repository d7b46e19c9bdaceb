import { and, desc, eq } from "drizzle-orm";
import { paymentIntents } from "#db/schema/index";
import { reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import type { PaymentIntentRow } from "./wire.ts";

export type PaymentSummary = Pick<
  PaymentIntentRow,
  "id" | "createdAt" | "amount" | "amountReceived" | "currency" | "paymentStatus" | "description"
>;

/** What a customer has paid so far, less what went back; a sum for each currency, minor units. */
export interface Spending {
  payments: number;
  /** There are more payments than were looked at. */
  more: boolean;
  sums: { amount: number; currency: string }[];
}

/** As many payments of one customer, or of one last4, as a page looks at. */
const looked = 500;
const shown = 5;

/** What a customer has spent, over the 500 newest payments. */
export async function spendingOf(viewer: Viewer, customerId: string): Promise<Spending> {
  authorize(viewer, "payments:read");
  const { db } = await reader(viewer);
  const { currency, amountReceived, amountRefunded, createdAt, id } = paymentIntents;
  const rows = await db
    .select({ currency, amountReceived, amountRefunded })
    .from(paymentIntents)
    .where(
      and(eq(paymentIntents.environmentId, viewer.environmentId), eq(paymentIntents.customerId, customerId)),
    )
    .orderBy(desc(createdAt), desc(id))
    .limit(looked + 1);
  const paid = rows.slice(0, looked).filter((row) => row.amountReceived > 0);
  const sums = new Map<string, number>();
  for (const row of paid) {
    sums.set(row.currency, (sums.get(row.currency) ?? 0) + row.amountReceived - row.amountRefunded);
  }
  return {
    payments: paid.length,
    more: rows.length > looked,
    sums: [...sums].map(([code, amount]) => ({ currency: code, amount })),
  };
}

/** The newest other payments of the same customer. */
export async function otherPaymentsOfCustomer(
  viewer: Viewer,
  payment: PaymentIntentRow,
): Promise<PaymentSummary[]> {
  authorize(viewer, "payments:read");
  if (payment.customerId === null) return [];
  const { db } = await reader(viewer);
  const rows = await db
    .select(summary)
    .from(paymentIntents)
    .where(
      and(
        eq(paymentIntents.environmentId, viewer.environmentId),
        eq(paymentIntents.customerId, payment.customerId),
      ),
    )
    .orderBy(desc(paymentIntents.createdAt), desc(paymentIntents.id))
    .limit(shown + 1);
  return rows.filter(({ id }) => id !== payment.id).slice(0, shown);
}

/** The newest payments with the same card or account by somebody else, of the 500 newest with its last digits. */
export async function otherPaymentsWithMethod(
  viewer: Viewer,
  payment: PaymentIntentRow,
): Promise<PaymentSummary[]> {
  authorize(viewer, "payments:read");
  const { last4, fingerprint, customerId } = payment;
  if (last4 === null || fingerprint === null) return [];
  const { db } = await reader(viewer);
  const rows = await db
    .select({ ...summary, fingerprint: paymentIntents.fingerprint, customerId: paymentIntents.customerId })
    .from(paymentIntents)
    .where(and(eq(paymentIntents.environmentId, viewer.environmentId), eq(paymentIntents.last4, last4)))
    .orderBy(desc(paymentIntents.createdAt), desc(paymentIntents.id))
    .limit(looked);
  return rows
    .filter((row) => row.fingerprint === fingerprint && row.id !== payment.id)
    .filter((row) => customerId === null || row.customerId !== customerId)
    .slice(0, shown);
}

const summary = {
  id: paymentIntents.id,
  createdAt: paymentIntents.createdAt,
  amount: paymentIntents.amount,
  amountReceived: paymentIntents.amountReceived,
  currency: paymentIntents.currency,
  paymentStatus: paymentIntents.paymentStatus,
  description: paymentIntents.description,
};
