import { and, asc, eq, inArray } from "drizzle-orm";
import { find } from "#db/rows";
import { balanceTransactions, disputes } from "#db/schema/index";
import type { Handle } from "#db/transaction";
import { busy, invalid, notFound } from "#lib/errors";
import type { BalanceTransactionRow } from "#lib/ledger/transactions";
import { type DisputeAction, isAllowed, isInquiry } from "./status.ts";
import type { DisputeRow } from "./wire.ts";

/** The dispute of this id; another tenant's is not found. */
export async function findDispute(handle: Handle, id: string): Promise<DisputeRow> {
  const dispute = await find(handle, disputes, id);
  if (!dispute) throw notFound("dispute", id, "dispute");
  return dispute;
}

/** The disputes of a charge, first to last. */
export function disputesOf(handle: Handle, chargeId: string): Promise<DisputeRow[]> {
  return handle.db
    .select()
    .from(disputes)
    .where(and(eq(disputes.environmentId, handle.environmentId), eq(disputes.chargeId, chargeId)))
    .orderBy(asc(disputes.createdAt), asc(disputes.id));
}

/** What each of these disputes took from the balance and gave back. */
export async function movementsOf(
  handle: Handle,
  rows: readonly DisputeRow[],
): Promise<(dispute: DisputeRow) => BalanceTransactionRow[]> {
  const ids = rows.flatMap(idsOf);
  if (ids.length === 0) return () => [];
  const found = await handle.db
    .select()
    .from(balanceTransactions)
    .where(
      and(eq(balanceTransactions.environmentId, handle.environmentId), inArray(balanceTransactions.id, ids)),
    );
  const byId = new Map(found.map((row) => [row.id, row]));
  return (dispute) => idsOf(dispute).flatMap((id) => byId.get(id) ?? []);
}

function idsOf({ withdrawalId, reinstatementId }: DisputeRow): string[] {
  return [withdrawalId, reinstatementId].filter((id) => id !== null);
}

/** Throws unless the dispute may be treated in this way now, and by nobody else at the same time. */
export function assertAllowed(action: DisputeAction, dispute: DisputeRow): void {
  if (dispute.activeOperationId !== null) throw busy(dispute.activeOperationId);
  if (isAllowed(action, dispute.status)) return;
  if (!isAllowed("update", dispute.status)) throw invalid("This dispute is already closed");
  const what = isInquiry(dispute.status) ? "inquiry" : "dispute";
  throw invalid(
    action === "accept"
      ? `This ${what} has been answered and can no longer be closed: the bank decides now.`
      : `This ${what} has been answered: evidence can be submitted only once.`,
    action === "accept" ? {} : { param: "evidence" },
  );
}
