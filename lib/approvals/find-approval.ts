import { find } from "#db/rows";
import { refundApprovals } from "#db/schema/index";
import type { Handle } from "#db/transaction";
import { conflict, notFound } from "#lib/errors";
import type { ApprovalRow } from "./reserve.ts";

/** The approval of this id; another tenant's is not found. */
export async function findApproval(handle: Handle, id: string): Promise<ApprovalRow> {
  const approval = await find(handle, refundApprovals, id);
  if (!approval) throw notFound("refund_approval", id);
  return approval;
}

/** Throws unless it still waits at `now` (milliseconds). */
export function assertWaiting({ state, expiresAt }: ApprovalRow, now: number): void {
  if (state === "waiting" && now < expiresAt) return;
  if (state === "waiting" || state === "expired")
    throw conflict("Nobody decided in time: ask for the refund again.", "approval_expired");
  throw conflict(`This was ${state} in the meantime.`, "approval_decided");
}
