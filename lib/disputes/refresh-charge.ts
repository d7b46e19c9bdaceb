import { change } from "#db/rows";
import { charges } from "#db/schema/index";
import { overtakeApprovals } from "#lib/approvals/overtake";
import type { Tx } from "#lib/auth/viewer";
import type { ChargeRow } from "#lib/payments/wire";
import { leavesRefundable } from "#lib/refunds/refundable";
import { refreshPayment } from "#lib/refunds/refresh-payment";
import { findCharge } from "#lib/payments/find-payment";
import { disputesOf } from "./find-dispute.ts";
import { chargeState } from "./status.ts";

/** Brings a charge, and the word people see for its payment, up to its disputes. */
export async function refreshCharge(tx: Tx, chargeId: string): Promise<ChargeRow> {
  const disputes = await disputesOf(tx, chargeId);
  const charge = await change(tx, charges, await findCharge(tx, chargeId), {
    disputed: disputes.length > 0,
    disputeState: chargeState(disputes.map(({ status }) => status)),
  });
  await refreshPayment(tx, charge);
  return leavesRefundable(charge) ? charge : overtakeApprovals(tx, charge);
}
