import { and, count, eq, inArray } from "drizzle-orm";
import { charges, disputes, paymentIntents } from "#db/schema/index";
import type { DisputeStatus } from "#db/schema/disputes";
import { type Handle, reader } from "#db/transaction";
import { hasCash, isSendingBack } from "#lib/cash/balances";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { findCustomer } from "../queries.ts";
import type { CustomerRow } from "../wire.ts";
import { idsOf } from "./ids-of.ts";

/** Why somebody's data cannot be erased yet. */
export type ErasureObstacle = "dispute" | "payment" | "cash";

export interface Erasure {
  customer: CustomerRow;
  obstacle: ErasureObstacle | null;
  payments: number;
}

/** What erasing a person's data is about, told before it is done. */
export async function previewErasure(viewer: Viewer, id: string): Promise<Erasure> {
  authorize(viewer, "customers:delete");
  const handle = await reader(viewer);
  const customer = await findCustomer(handle, id);
  const [row] = await handle.db
    .select({ count: count() })
    .from(paymentIntents)
    .where(
      and(
        eq(paymentIntents.environmentId, viewer.environmentId),
        inArray(paymentIntents.customerId, await idsOf(handle, id)),
      ),
    );
  return { customer, obstacle: await obstacleTo(handle, id), payments: row?.count ?? 0 };
}

const unsettled: DisputeStatus[] = [
  "needs_response",
  "under_review",
  "warning_needs_response",
  "warning_under_review",
];

/** A dispute is answered with what would be erased; a payment under way is told to them; cash is theirs. */
export async function obstacleTo(handle: Handle, customerId: string): Promise<ErasureObstacle | null> {
  const { db, environmentId } = handle;
  const ids = await idsOf(handle, customerId);
  const [dispute] = await db
    .select({ id: disputes.id })
    .from(disputes)
    .innerJoin(
      charges,
      and(eq(charges.environmentId, disputes.environmentId), eq(charges.id, disputes.chargeId)),
    )
    .where(
      and(
        eq(disputes.environmentId, environmentId),
        inArray(disputes.status, unsettled),
        inArray(charges.customerId, ids),
      ),
    )
    .limit(1);
  if (dispute) return "dispute";
  const [payment] = await db
    .select({ id: paymentIntents.id })
    .from(paymentIntents)
    .where(
      and(
        eq(paymentIntents.environmentId, environmentId),
        inArray(paymentIntents.customerId, ids),
        inArray(paymentIntents.status, ["processing", "requires_capture", "requires_action"]),
      ),
    )
    .limit(1);
  if (payment) return "payment";
  return (await hasCash(handle, customerId)) || (await isSendingBack(handle, ids)) ? "cash" : null;
}
