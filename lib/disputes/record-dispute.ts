import type { Tx } from "#lib/auth/viewer";
import { record } from "#lib/events/record";
import { movementsOf } from "./find-dispute.ts";
import { type DisputeRow, toDispute } from "./wire.ts";

type DisputeEvent = "created" | "updated" | "closed" | "funds_withdrawn" | "funds_reinstated";

/** Says what happened to a dispute; with `before`, what it was like. */
export async function recordDispute(
  tx: Tx,
  event: DisputeEvent,
  dispute: DisputeRow,
  before?: DisputeRow,
): Promise<void> {
  const movements = await movementsOf(tx, before ? [dispute, before] : [dispute]);
  const wire = (row: DisputeRow) => toDispute(row, movements(row), tx.viewer.environment);
  await record(tx, `charge.dispute.${event}`, wire(dispute), {
    paymentIntentId: dispute.paymentIntentId,
    ...(before ? { before: wire(before) } : {}),
  });
}
