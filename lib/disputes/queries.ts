import { disputes } from "#db/schema/index";
import { reader } from "#db/transaction";
import { type Page, type PageRequest, pageRows } from "#lib/api/page";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";
import { findCharge } from "#lib/payments/find-payment";
import { disputesOf, findDispute } from "./find-dispute.ts";
import type { DisputeRow } from "./wire.ts";

/** One dispute. Throws a 404 for what is not this environment's. */
export async function getDispute(viewer: Viewer, id: string): Promise<DisputeRow> {
  authorize(viewer, "disputes:read");
  return findDispute(await reader(viewer), id);
}

/** The latest dispute of a charge. Throws a 404 where there is none. */
export async function getDisputeOfCharge(viewer: Viewer, chargeId: string): Promise<DisputeRow> {
  authorize(viewer, "disputes:read");
  const handle = await reader(viewer);
  const charge = await findCharge(handle, chargeId, "charge");
  const dispute = (await disputesOf(handle, charge.id)).at(-1);
  if (!dispute) throw notFound("dispute for charge", charge.id, "charge");
  return dispute;
}

/** A page of disputes, newest first. */
export async function listDisputes(
  viewer: Viewer,
  request: PageRequest,
  filters: { chargeId?: string; paymentIntentId?: string },
): Promise<Page<DisputeRow>> {
  authorize(viewer, "disputes:read");
  return pageRows(viewer, { table: disputes, kind: "dispute", request, filters });
}
