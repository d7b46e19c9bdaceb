import { getTableColumns } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import { charges, customers, paymentIntents, paymentMethods, refunds } from "#db/schema/index";
import type { ViewedEnvironment } from "#lib/auth/viewer";
import type { ChargeRow, PaymentIntentRow } from "#lib/payments/wire";
import { chargeKind, chargeSheet } from "#lib/search/documents/charge";
import { customerKind, customerSheet } from "#lib/search/documents/customer";
import { documentOf } from "#lib/search/documents/document-of";
import { byId, paidBy, type Payer } from "#lib/search/documents/paid-by";
import { paymentKind, paymentSheet } from "#lib/search/documents/payment";
import { refundKind, refundSheet } from "#lib/search/documents/refund";
import type { IndexedDocument } from "#lib/search/index/write-documents";
import type { Harvest } from "./harvest.ts";

/** Whoever of the history pays, by their ids. */
export type Payers = ReadonlyMap<string, Payer>;

/** What the harvest is found by, payouts aside: following its events would read every row again. */
export function documentsOfHarvest(
  harvest: Harvest,
  { environment: { id }, payers }: { environment: ViewedEnvironment; payers: Payers },
): IndexedDocument[] {
  const paid = wholeRows(charges, harvest.charges);
  const attempts = Map.groupBy(paid, (charge) => charge.paymentIntentId);
  const methods = Map.groupBy(
    wholeRows(paymentMethods, harvest.paymentMethods),
    ({ customerId }) => customerId,
  );
  const payments = wholeRows(paymentIntents, harvest.paymentIntents);
  const payerOf = ({ customerId }: (typeof payments)[number]) => payers.get(customerId ?? "");
  return [
    ...wholeRows(customers, harvest.customers).map((row) =>
      documentOf(customerKind, id, {
        sheet: customerSheet(row, { kept: methods.get(row.id) ?? [], isNoted: false }),
      }),
    ),
    ...payments.map((row) =>
      documentOf(paymentKind, id, {
        sheet: paymentSheet(row, {
          attempts: attempts.get(row.id) ?? [],
          customer: payerOf(row),
          isNoted: false,
        }),
      }),
    ),
    ...paid.map((row) => documentOf(chargeKind, id, { sheet: chargeSheet(row) })),
    ...refundDocuments(harvest, { environmentId: id, paid, payments, payerOf }),
  ];
}

interface Known {
  environmentId: number;
  paid: ChargeRow[];
  payments: PaymentIntentRow[];
  payerOf(payment: PaymentIntentRow): Payer | undefined;
}

/** A refund's payment and charge are of the same harvest. */
function refundDocuments(harvest: Harvest, { environmentId, paid, payments, payerOf }: Known) {
  const known = { charges: byId(paid), payments: byId(payments) };
  return wholeRows(refunds, harvest.refunds).map((row) => {
    const payment = known.payments.get(row.paymentIntentId);
    const charge = known.charges.get(row.chargeId);
    const customer = payment && payerOf(payment);
    const sheet = refundSheet(row, paidBy({ payment, charges: charge ? [charge] : [], customer }));
    return documentOf(refundKind, environmentId, { sheet });
  });
}

/** As they are read: a column that was left out is null. */
function wholeRows<T extends SQLiteTable>(table: T, rows: T["$inferInsert"][]): T["$inferSelect"][] {
  const names = Object.keys(getTableColumns(table));
  return rows.map((row) => {
    const given: Record<string, unknown> = row;
    return Object.fromEntries(names.map((name) => [name, given[name] ?? null]));
  });
}
