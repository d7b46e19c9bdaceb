import { and, asc, eq, inArray } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { change, find, type IdentifiedTable } from "#db/rows";
import {
  charges,
  customers,
  notes,
  paymentIntents,
  paymentMethods,
  promotionCodes,
  setupAttempts,
  setupIntents,
  taxIds,
} from "#db/schema/index";
import { reader, transaction } from "#db/transaction";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { record } from "#lib/events/record";
import { enqueue } from "#lib/jobs/jobs";
import { changeMethod } from "#lib/payment-methods/change-method";
import { toPaymentMethod } from "#lib/payment-methods/wire";
import { touch } from "#lib/search/index/touch";
import { toTaxId } from "#lib/tax-ids/wire";
import { countPayment } from "../figures/count-payment.ts";

/** Few enough that whoever is served meanwhile does not wait. */
const atOnce = 25;

interface Move {
  fromId: string;
  intoId: string;
}

/** Moves on what a merged customer still has, some at a time, until nothing is left. */
export async function moveBelongings(viewer: Viewer, { fromId }: Record<string, unknown>): Promise<void> {
  const from = await find(await reader(viewer), customers, String(fromId));
  if (!from || from.mergedIntoId === null) return;
  await transaction(viewer, async (tx) => {
    const now = await find(tx, customers, from.id);
    if (!now || now.mergedIntoId === null) return;
    const more = await moveSome(tx, { fromId: now.id, intoId: now.mergedIntoId });
    if (more) await moveLater(tx, now.id);
  });
}

/** Has what is left of a merged customer's belongings moved soon. */
export async function moveLater(tx: Tx, fromId: string): Promise<void> {
  await enqueue(tx, "customers.move", { fromId }, { runAt: tx.now });
}

/** Moves some of each kind; whether there may be more. */
export async function moveSome(tx: Tx, move: Move): Promise<boolean> {
  const moved = [
    await movePayments(tx, move),
    await moveMethods(tx, move),
    await moveTaxIds(tx, move),
    await moveNotes(tx, move),
    await moveRows(tx, charges, move),
    await moveRows(tx, setupIntents, move),
    await moveRows(tx, setupAttempts, move),
    await moveRows(tx, promotionCodes, move),
  ];
  return moved.includes(atOnce);
}

/** What they paid counts for the other from then on. */
async function movePayments(tx: Tx, { fromId, intoId: customerId }: Move): Promise<number> {
  const rows = await tx.db
    .select()
    .from(paymentIntents)
    .where(owned(tx, paymentIntents, fromId))
    .limit(atOnce);
  for (const row of rows) {
    await countPayment(tx, await change(tx, paymentIntents, row, { customerId }));
    await touch(tx, "payment", row.id);
  }
  return rows.length;
}

async function moveMethods(tx: Tx, { fromId, intoId: customerId }: Move): Promise<number> {
  const rows = await tx.db
    .select()
    .from(paymentMethods)
    .where(owned(tx, paymentMethods, fromId))
    .limit(atOnce);
  for (const row of rows) {
    const moved = await changeMethod(tx, row, { customerId });
    if (row.sourceObject !== null) continue;
    const { environment } = tx.viewer;
    await record(tx, "payment_method.updated", toPaymentMethod(moved, environment), {
      before: toPaymentMethod(row, environment),
    });
  }
  return rows.length;
}

async function moveTaxIds(tx: Tx, { fromId, intoId: customerId }: Move): Promise<number> {
  const rows = await tx.db
    .select()
    .from(taxIds)
    .where(owned(tx, taxIds, fromId))
    .limit(atOnce);
  for (const row of rows) {
    const moved = await change(tx, taxIds, row, { customerId });
    const { environment } = tx.viewer;
    await record(tx, "customer.tax_id.updated", toTaxId(moved, environment), {
      before: toTaxId(row, environment),
    });
  }
  return rows.length;
}

async function moveNotes(tx: Tx, { fromId, intoId }: Move): Promise<number> {
  const { environmentId, id, subjectKind, subjectId } = notes;
  const rows = await tx.db
    .select({ id })
    .from(notes)
    .where(and(eq(environmentId, tx.environmentId), eq(subjectKind, "customer"), eq(subjectId, fromId)))
    .limit(atOnce);
  if (rows.length > 0) {
    await tx.db
      .update(notes)
      .set({ subjectId: intoId })
      .where(
        and(
          eq(environmentId, tx.environmentId),
          inArray(
            id,
            rows.map((row) => row.id),
          ),
        ),
      );
    await touch(tx, "customer", intoId);
  }
  return rows.length;
}

type OwnedTable = IdentifiedTable & { customerId: SQLiteColumn };

/** What is only theirs by its column. */
async function moveRows(tx: Tx, table: OwnedTable, { fromId, intoId }: Move): Promise<number> {
  const rows: { id: unknown }[] = await tx.db
    .select({ id: table.id })
    .from(table)
    .where(owned(tx, table, fromId))
    .orderBy(asc(table.id))
    .limit(atOnce);
  if (rows.length === 0) return 0;
  const ids = rows.map(({ id }) => id);
  await tx.db
    .update(table)
    .set({ customerId: intoId })
    .where(and(eq(table.environmentId, tx.environmentId), inArray(table.id, ids)));
  return rows.length;
}

function owned(tx: Tx, table: OwnedTable, customerId: string) {
  return and(eq(table.environmentId, tx.environmentId), eq(table.customerId, customerId));
}
