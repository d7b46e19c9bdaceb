import { change } from "#db/rows";
import { disputes } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { concedeFunds, reinstateFunds, returnNetworkFee } from "./move-funds.ts";
import { recordDispute } from "./record-dispute.ts";
import { refreshCharge } from "./refresh-charge.ts";
import { isInquiry } from "./status.ts";
import type { DisputeRow } from "./wire.ts";

type Cause = NonNullable<DisputeRow["closedBy"]>;

/** A dispute the customer's bank decides for the merchant; of an inquiry nothing was taken, so it only closes. */
export async function winDispute(tx: Tx, dispute: DisputeRow, closedBy: Cause): Promise<DisputeRow> {
  if (isInquiry(dispute.status)) return closeInquiry(tx, dispute, closedBy);
  const reinstatementId = await reinstateFunds(tx, dispute);
  await returnNetworkFee(tx, dispute);
  const won = await end(tx, dispute, { status: "won", closedBy, reinstatementId });
  await recordDispute(tx, "funds_reinstated", won, dispute);
  await recordDispute(tx, "closed", won, dispute);
  return won;
}

/** A dispute that goes the customer's way. */
export async function loseDispute(
  tx: Tx,
  dispute: DisputeRow,
  closedBy: Cause,
  facts: Partial<DisputeRow> = {},
): Promise<DisputeRow> {
  if (isInquiry(dispute.status)) return closeInquiry(tx, dispute, closedBy, facts);
  await concedeFunds(tx, dispute);
  const lost = await end(tx, dispute, { ...facts, status: "lost", closedBy });
  await recordDispute(tx, "closed", lost, dispute);
  return lost;
}

/** An inquiry that leads to no dispute. */
export async function closeInquiry(
  tx: Tx,
  dispute: DisputeRow,
  closedBy: Cause,
  facts: Partial<DisputeRow> = {},
): Promise<DisputeRow> {
  const closed = await end(tx, dispute, { ...facts, status: "warning_closed", closedBy });
  await recordDispute(tx, "closed", closed, dispute);
  return closed;
}

async function end(tx: Tx, dispute: DisputeRow, patch: Partial<DisputeRow>): Promise<DisputeRow> {
  const ended = await change(tx, disputes, dispute, {
    ...patch,
    closedAt: tx.now,
    activeOperationId: null,
  });
  await refreshCharge(tx, dispute.chargeId);
  return ended;
}
