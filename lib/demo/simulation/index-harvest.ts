import { getTableColumns, max } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { charges, customers, events, paymentIntents, refunds } from "#db/schema/index";
import { eventSequence } from "#db/search-index";
import type { Tx } from "#lib/auth/viewer";
import { chargeKind, chargeSheet } from "#lib/search/documents/charge";
import { customerKind, customerSheet } from "#lib/search/documents/customer";
import { documentOf, readDocuments } from "#lib/search/documents/document-of";
import { paymentKind, paymentSheet } from "#lib/search/documents/payment";
import { refundKind, refundSheet } from "#lib/search/documents/refund";
import { setState, stateOf } from "#lib/search/index/state";
import { writeDocuments } from "#lib/search/index/write-documents";
import type { Harvest } from "./harvest.ts";

/** Whether the index has followed every event that there is. */
export async function isIndexed(tx: Tx): Promise<boolean> {
  return (await stateOf(tx.db, "events")) >= (await newestEvent(tx));
}

/** Puts what the harvest brought into the search index at once: following its events would read every row again. */
export async function indexHarvest(tx: Tx, harvest: Harvest): Promise<void> {
  const attempts = Map.groupBy(wholeRows(charges, harvest.charges), (charge) => charge.paymentIntentId);
  const { environmentId } = tx;
  await writeDocuments(tx, [
    ...wholeRows(customers, harvest.customers).map((row) =>
      documentOf(customerKind, environmentId, { sheet: customerSheet(row) }),
    ),
    ...wholeRows(paymentIntents, harvest.paymentIntents).map((row) =>
      documentOf(paymentKind, environmentId, { sheet: paymentSheet(row, attempts.get(row.id) ?? []) }),
    ),
    ...[...attempts.values()]
      .flat()
      .map((row) => documentOf(chargeKind, environmentId, { sheet: chargeSheet(row) })),
    ...wholeRows(refunds, harvest.refunds).map((row) =>
      documentOf(refundKind, environmentId, { sheet: refundSheet(row) }),
    ),
    ...(await readDocuments(tx, "payout", idsOf(harvest.payouts))),
  ]);
}

function idsOf(rows: readonly { id: string }[]): string[] {
  return rows.map(({ id }) => id);
}

/** The events that were written since the index was up to date need not be followed. */
export async function skipEvents(tx: Tx): Promise<void> {
  await setState(tx.db, "events", await newestEvent(tx));
}

async function newestEvent(tx: Tx): Promise<number> {
  const [newest] = await tx.db.select({ last: max(eventSequence) }).from(events);
  return Number(newest?.last ?? 0);
}

/** As they are read: a column that was left out is null. */
function wholeRows<T extends SQLiteTable>(table: T, rows: T["$inferInsert"][]): T["$inferSelect"][] {
  const names = Object.keys(getTableColumns(table));
  return rows.map((row) => {
    const given: Record<string, unknown> = row;
    return Object.fromEntries(names.map((name) => [name, given[name] ?? null]));
  });
}
