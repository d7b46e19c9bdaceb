import { change } from "#db/rows";
import { payouts } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { record } from "#lib/events/record";
import { mergeMetadata, type MetadataPatch } from "#lib/metadata";
import { findPayout } from "./queries.ts";
import { type PayoutRow, toPayout } from "./wire.ts";

/** Changes a payout's metadata: all that can be changed of one. */
export function updatePayout(
  viewer: Viewer,
  id: string,
  metadata: MetadataPatch | undefined,
): Promise<PayoutRow> {
  authorize(viewer, "payouts:write");
  return transaction(viewer, async (tx) => {
    const payout = await findPayout(tx, id);
    return changePayout(tx, payout, { metadata: mergeMetadata(payout.metadata, metadata) });
  });
}

/** Changes a payout and says so, with the event of what became of it first. */
export async function changePayout(
  tx: Tx,
  payout: PayoutRow,
  patch: Partial<PayoutRow>,
  event?: "payout.paid" | "payout.failed" | "payout.canceled",
): Promise<PayoutRow> {
  const after = await change(tx, payouts, payout, patch);
  const { environment } = tx.viewer;
  const wire = toPayout(after, environment);
  if (event) await record(tx, event, wire);
  await record(tx, "payout.updated", wire, { before: toPayout(payout, environment) });
  return after;
}
