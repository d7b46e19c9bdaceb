import { and, asc, eq } from "drizzle-orm";
import { refunds } from "#db/schema/index";
import { reader } from "#db/transaction";
import { pageOf, pageRows } from "#lib/api/page";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";
import { findRefund } from "./send-refund.ts";
import { type RefundRow, toRefund } from "./wire.ts";

/** One refund. Throws a 404 for what is not this environment's. */
export async function getRefund(viewer: Viewer, id: string): Promise<RefundRow> {
  authorize(viewer, "payments:read");
  return findRefund(await reader(viewer), id);
}

/** One refund of this charge; another charge's is not found. */
export async function getRefundOfCharge(viewer: Viewer, chargeId: string, id: string): Promise<RefundRow> {
  const refund = await getRefund(viewer, id);
  if (refund.chargeId !== chargeId) throw notFound("refund", id, "refund");
  return refund;
}

/** The refunds of a payment, first to last. */
export async function refundsOfPayment(viewer: Viewer, paymentId: string): Promise<RefundRow[]> {
  authorize(viewer, "payments:read");
  const { db } = await reader(viewer);
  return db
    .select()
    .from(refunds)
    .where(and(eq(refunds.environmentId, viewer.environmentId), eq(refunds.paymentIntentId, paymentId)))
    .orderBy(asc(refunds.createdAt), asc(refunds.id));
}

/** The list that a charge shows when asked for its refunds: the ten newest. */
export async function refundsOfCharge(viewer: Viewer, chargeId: string) {
  authorize(viewer, "payments:read");
  const page = await pageRows(viewer, {
    table: refunds,
    kind: "refund",
    request: { limit: 10 },
    filters: { chargeId },
  });
  return pageOf(page, `/v1/charges/${chargeId}/refunds`, toRefund);
}
