import { and, desc, eq, isNull } from "drizzle-orm";
import { insert } from "#db/rows";
import { mandates } from "#db/schema/index";
import type { MandateAcceptance } from "#db/schema/setup";
import type { Handle } from "#db/transaction";
import type { Tx } from "#lib/auth/viewer";
import { newId, randomText } from "#lib/ids";
import type { PaymentMethodRow } from "#lib/payment-methods/wire";
import type { MandateRow } from "./wire.ts";

interface Agreement {
  /** How the payer agreed just now; null: an earlier mandate has to do. */
  acceptance: MandateAcceptance | null;
  /** What the mandate is good for, minor units, when for one payment only. */
  singleUse?: MandateRow["singleUse"];
}

/** The mandate to debit this method under, made of the payer's acceptance or found; null where there is none. */
export async function mandateFor(
  tx: Tx,
  method: PaymentMethodRow,
  { acceptance, singleUse = null }: Agreement,
): Promise<MandateRow | null> {
  if (!needsMandate(method)) return null;
  if (!acceptance) return standingMandate(tx, method);
  return insert(tx, mandates, {
    id: newId("mandate", tx.now),
    createdAt: tx.now,
    status: "active",
    paymentMethodId: method.id,
    acceptance: { ...acceptance, acceptedAt: acceptance.acceptedAt ?? tx.now },
    singleUse,
    reference: randomText(16).toUpperCase(),
  });
}

/** Whether the method cannot be debited unless its payer agrees: those who pay by card or sent their money ahead need not. */
export function needsMandate({ type }: PaymentMethodRow): boolean {
  return type !== "card" && type !== "customer_balance";
}

/** The newest mandate for more than one payment that the method can be debited under. */
export async function standingMandate(handle: Handle, method: PaymentMethodRow): Promise<MandateRow | null> {
  const [found] = await handle.db
    .select()
    .from(mandates)
    .where(
      and(
        eq(mandates.environmentId, handle.environmentId),
        eq(mandates.paymentMethodId, method.id),
        eq(mandates.status, "active"),
        isNull(mandates.singleUse),
      ),
    )
    .orderBy(desc(mandates.createdAt), desc(mandates.id))
    .limit(1);
  return found ?? null;
}
