import { and, eq, inArray } from "drizzle-orm";
import { cashReturns } from "#db/schema/index";
import { reader } from "#db/transaction";
import type { Page, PageRequest } from "#lib/api/page";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { listCashTransactions } from "./queries.ts";
import type { CashReturnRow } from "./return-wire.ts";
import type { CashTransactionRow } from "./wire.ts";

/** A movement as people are told of it. */
export interface CashMovement extends CashTransactionRow {
  /** What the sender of a transfer wrote beside it. */
  reference: string | null;
  /** How far a return is that it began. */
  returned: CashReturnRow["status"] | undefined;
}

/** Every movement of what a customer sent ahead, newest first, as people are told of it. */
export async function cashMovements(
  viewer: Viewer,
  request: PageRequest,
  customerId: string,
): Promise<Page<CashMovement>> {
  authorize(viewer, "customers:read");
  const { rows, hasMore } = await listCashTransactions(viewer, request, customerId);
  const states = await returnStates(viewer, rows);
  const told = rows.map((row) => ({
    ...row,
    reference: row.transfer?.reference || null,
    returned: states.get(row.refundId ?? ""),
  }));
  return { rows: told, hasMore };
}

async function returnStates(
  viewer: Viewer,
  rows: readonly CashTransactionRow[],
): Promise<Map<string, CashReturnRow["status"]>> {
  const ids = rows.flatMap(({ type, refundId }) =>
    type === "return_initiated" && refundId !== null ? [refundId] : [],
  );
  if (ids.length === 0) return new Map();
  const { db, environmentId } = await reader(viewer);
  const returned = await db
    .select({ id: cashReturns.id, status: cashReturns.status })
    .from(cashReturns)
    .where(and(eq(cashReturns.environmentId, environmentId), inArray(cashReturns.id, ids)));
  return new Map(returned.map(({ id, status }) => [id, status]));
}
