import { isDeepStrictEqual } from "node:util";
import { and, count, eq, notInArray } from "drizzle-orm";
import { change, find, insert } from "#db/rows";
import { countedPayments, disputes, refunds } from "#db/schema/index";
import type { Handle } from "#db/transaction";
import type { Tx } from "#lib/auth/viewer";
import { findCharge } from "#lib/payments/find-payment";
import type { PaymentIntentRow } from "#lib/payments/wire";
import { contributionOf, type CountedRow, countedFor, figuresOf, type Paid } from "./contribution.ts";
import { type GuestFacts, leaveGuest, moveCustomer, moveGuest, redateCustomer } from "./move-figures.ts";

/**
 * Brings the figures of a payment's customer, or of its guests, up to the payment, in the transaction that changed it
 * or a refund or dispute of it. Again without a change it does nothing.
 */
export async function countPayment(tx: Tx, payment: PaymentIntentRow): Promise<void> {
  if (payment.amountReceived === 0) return;
  const paid = await paidOf(tx, payment);
  const before = await find(tx, countedPayments, payment.id);
  const after = { environmentId: tx.environmentId, ...contributionOf(paid, tx.viewer.environment.currency) };
  if (before && isDeepStrictEqual({ ...before }, after)) return;
  if (before) await change(tx, countedPayments, before, after);
  else await insert(tx, countedPayments, after);
  await moveAll(tx, before ?? null, after, guestFactsOf(paid));
}

/** What the newest payment of a guest tells of them. */
export function guestFactsOf({ payment, charge }: Paid): GuestFacts {
  const { name, phone } = charge.billingDetails;
  return { name, phone, email: payment.payerEmail, brand: payment.brand, last4: payment.last4 };
}

async function moveAll(
  tx: Tx,
  before: CountedRow | null,
  after: CountedRow,
  facts: GuestFacts,
): Promise<void> {
  const [from, to] = [before && countedFor(before), countedFor(after)];
  if (before && from && from.customerId !== null) await moveCustomer(tx, from.customerId, minus(before));
  if (to.customerId !== null) await moveCustomer(tx, to.customerId, figuresOf(after, 1));
  if (from && from.customerId !== null && from.customerId !== to.customerId) {
    await redateCustomer(tx, from.customerId);
  }
  if (before) for (const guest of from?.guests ?? []) await leaveGuest(tx, guest, minus(before));
  for (const guest of to.guests) await moveGuest(tx, guest, { by: figuresOf(after, 1), facts });
}

function minus(row: CountedRow) {
  return figuresOf(row, -1);
}

/** A payment without refunds or disputes is counted without looking for any. */
async function paidOf(handle: Handle, payment: PaymentIntentRow): Promise<Paid> {
  if (payment.latestChargeId === null) throw new Error(`${payment.id} took money without a charge`);
  const charge = await findCharge(handle, payment.latestChargeId);
  return {
    payment,
    charge,
    refunds: payment.amountRefunded === 0 ? 0 : await refundsOf(handle, payment.id),
    disputes: charge.disputed ? await disputesOf(handle, payment.id) : [],
  };
}

async function refundsOf({ db, environmentId }: Handle, paymentId: string): Promise<number> {
  const [row] = await db
    .select({ count: count() })
    .from(refunds)
    .where(
      and(
        eq(refunds.environmentId, environmentId),
        eq(refunds.paymentIntentId, paymentId),
        notInArray(refunds.status, ["failed", "canceled"]),
      ),
    );
  return row?.count ?? 0;
}

function disputesOf({ db, environmentId }: Handle, paymentId: string) {
  return db
    .select({ status: disputes.status, amount: disputes.amount })
    .from(disputes)
    .where(and(eq(disputes.environmentId, environmentId), eq(disputes.paymentIntentId, paymentId)));
}
