import { and, desc, eq, gte, inArray, lt } from "drizzle-orm";
import { charges, earlyFraudWarnings, paymentIntents } from "#db/schema/index";
import { type Handle, reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { day } from "#lib/clock";
import { findPayment } from "#lib/payments/find-payment";
import type { ChargeRow, PaymentIntentRow } from "#lib/payments/wire";
import type { DisputeCase } from "./dispute-case.ts";

/** An earlier payment of the same card that nobody disputed and no bank warned of. */
export interface EarlierPayment {
  payment: PaymentIntentRow;
  charge: ChargeRow;
  /** Whole days before the disputed payment. */
  daysBefore: number;
  /** Old enough, and not too old, for Visa to take it as proof. */
  qualifies: boolean;
}

/** Days before the disputed payment, both counted in. Source: https://docs.stripe.com/disputes/api/visa-ce3 */
export const qualifyingDays = { from: 120, until: 364 } as const;

/** As many payments as are looked at, and as many as are told. */
const looked = 500;
const most = 10;

/**
 * Earlier undisputed payments with the card of a disputed one, newest first. Where there are too many to tell of all,
 * those that qualify are told. Needs payments:read and disputes:read.
 */
export async function earlierPayments(
  viewer: Viewer,
  { payment }: Pick<DisputeCase, "payment">,
): Promise<EarlierPayment[]> {
  authorize(viewer, "payments:read");
  authorize(viewer, "disputes:read");
  const { last4, fingerprint } = await cardOf(viewer, payment);
  if (last4 === null || fingerprint === null) return [];
  const handle = await reader(viewer);
  const paid = await paidEarlier(handle, payment, { last4, fingerprint });
  const warned = await warnedOf(handle, paid);
  const unwarned = paid
    .filter(({ charge }) => !warned.has(charge.id))
    .map((row) => {
      const daysBefore = Math.floor((payment.createdAt - row.payment.createdAt) / day);
      const { from, until } = qualifyingDays;
      return { ...row, daysBefore, qualifies: daysBefore >= from && daysBefore <= until };
    });
  const first = unwarned.filter(({ qualifies }) => qualifies);
  const others = unwarned.filter(({ qualifies }) => !qualifies);
  return [...first, ...others].slice(0, most).sort((a, b) => b.payment.createdAt - a.payment.createdAt);
}

/** Which card it was, also where that is hidden from the viewer: what was paid with it is told as they may read it. */
async function cardOf(viewer: Viewer, payment: PaymentIntentRow): Promise<PaymentIntentRow> {
  if (!viewer.conceal) return payment;
  return findPayment(await reader({ ...viewer, conceal: undefined }), payment.id);
}

/** The last digits are in an index; the fingerprint says which card it was. */
function paidEarlier(
  { db, environmentId }: Handle,
  disputed: PaymentIntentRow,
  { last4, fingerprint }: { last4: string; fingerprint: string },
) {
  return db
    .select({ payment: paymentIntents, charge: charges })
    .from(paymentIntents)
    .innerJoin(
      charges,
      and(
        eq(charges.environmentId, paymentIntents.environmentId),
        eq(charges.id, paymentIntents.latestChargeId),
      ),
    )
    .where(
      and(
        eq(paymentIntents.environmentId, environmentId),
        eq(paymentIntents.last4, last4),
        eq(paymentIntents.fingerprint, fingerprint),
        lt(paymentIntents.createdAt, disputed.createdAt),
        gte(paymentIntents.createdAt, disputed.createdAt - (qualifyingDays.until + 1) * day),
        eq(charges.status, "succeeded"),
        eq(charges.captured, true),
        eq(charges.disputed, false),
      ),
    )
    .orderBy(desc(paymentIntents.createdAt), desc(paymentIntents.id))
    .limit(looked);
}

async function warnedOf({ db, environmentId }: Handle, rows: { charge: ChargeRow }[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set();
  const ids = rows.map(({ charge }) => charge.id);
  const found = await db
    .select({ chargeId: earlyFraudWarnings.chargeId })
    .from(earlyFraudWarnings)
    .where(
      and(eq(earlyFraudWarnings.environmentId, environmentId), inArray(earlyFraudWarnings.chargeId, ids)),
    );
  return new Set(found.map(({ chargeId }) => chargeId));
}
