import { getTableColumns } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { charges, customers, paymentIntents, refunds } from "#db/schema/index";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import { chargeKind, chargeSheet } from "#lib/search/documents/charge";
import { customerKind, customerSheet } from "#lib/search/documents/customer";
import { documentOf } from "#lib/search/documents/document-of";
import { paymentKind, paymentSheet } from "#lib/search/documents/payment";
import { refundKind, refundSheet } from "#lib/search/documents/refund";
import type { IndexedDocument } from "#lib/search/index/write-documents";
import type { Harvest } from "./harvest.ts";

/** What the harvest is found by, payouts aside: following its events would read every row again. */
export function documentsOfHarvest(harvest: Harvest, { id }: ViewedEnvironment): IndexedDocument[] {
  const attempts = Map.groupBy(wholeRows(charges, harvest.charges), (charge) => charge.paymentIntentId);
  return [
    ...wholeRows(customers, harvest.customers).map((row) =>
      documentOf(customerKind, id, { sheet: customerSheet(row) }),
    ),
    ...wholeRows(paymentIntents, harvest.paymentIntents).map((row) =>
      documentOf(paymentKind, id, { sheet: paymentSheet(row, attempts.get(row.id) ?? []) }),
    ),
    ...[...attempts.values()].flat().map((row) => documentOf(chargeKind, id, { sheet: chargeSheet(row) })),
    ...wholeRows(refunds, harvest.refunds).map((row) =>
      documentOf(refundKind, id, { sheet: refundSheet(row) }),
    ),
  ];
}

/** As they are read: a column that was left out is null. */
function wholeRows<T extends SQLiteTable>(table: T, rows: T["$inferInsert"][]): T["$inferSelect"][] {
  const names = Object.keys(getTableColumns(table));
  return rows.map((row) => {
    const given: Record<string, unknown> = row;
    return Object.fromEntries(names.map((name) => [name, given[name] ?? null]));
  });
}
