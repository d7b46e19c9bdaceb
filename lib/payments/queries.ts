import { and, asc, eq } from "drizzle-orm";
import { charges } from "#db/schema/index";
import { reader } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { findCharge, findPayment } from "./find-payment.ts";
import type { ChargeRow, PaymentIntentRow } from "./wire.ts";

/** One payment. Throws a 404 for what is not this environment's. */
export async function getPayment(viewer: Viewer, id: string): Promise<PaymentIntentRow> {
  authorize(viewer, "payments:read");
  return findPayment(await reader(viewer), id);
}

/** One charge. Throws a 404 for what is not this environment's. */
export async function getCharge(viewer: Viewer, id: string): Promise<ChargeRow> {
  authorize(viewer, "payments:read");
  return findCharge(await reader(viewer), id);
}

/** The attempts of a payment, first to last. */
export async function chargesOfPayment(viewer: Viewer, paymentId: string): Promise<ChargeRow[]> {
  authorize(viewer, "payments:read");
  const { db } = await reader(viewer);
  return db
    .select()
    .from(charges)
    .where(and(eq(charges.environmentId, viewer.environmentId), eq(charges.paymentIntentId, paymentId)))
    .orderBy(asc(charges.createdAt), asc(charges.id));
}
