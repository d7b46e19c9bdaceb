import { change, find } from "#db/rows";
import { cashReturns } from "#db/schema/index";
import { type Handle, reader, transaction } from "#db/transaction";
import { authorize } from "#lib/auth/permissions";
import type { Viewer } from "#lib/auth/viewer";
import { notFound } from "#lib/errors";
import { record } from "#lib/events/record";
import { mergeMetadata, type MetadataPatch } from "#lib/metadata";
import { type CashReturnRow, toRefundOfCash } from "./return-wire.ts";

/** What was sent back of a customer's cash balance; undefined where nothing has this id. */
export async function getCashReturn(viewer: Viewer, id: string): Promise<CashReturnRow | undefined> {
  authorize(viewer, "payments:read");
  return find(await reader(viewer), cashReturns, id);
}

/** The same inside a command; a 404 where nothing has this id. */
export async function findCashReturn(handle: Handle, id: string): Promise<CashReturnRow> {
  const row = await find(handle, cashReturns, id);
  if (!row) throw notFound("refund", id, "id");
  return row;
}

/** Changes its metadata: all that can be changed of it. Undefined where nothing has this id. */
export async function updateCashReturn(
  viewer: Viewer,
  id: string,
  metadata: MetadataPatch | undefined,
): Promise<CashReturnRow | undefined> {
  authorize(viewer, "refunds:write");
  return transaction(viewer, async (tx) => {
    const row = await find(tx, cashReturns, id);
    if (!row) return undefined;
    const after = await change(tx, cashReturns, row, { metadata: mergeMetadata(row.metadata, metadata) });
    await record(tx, "refund.updated", toRefundOfCash(after), { before: toRefundOfCash(row) });
    return after;
  });
}
