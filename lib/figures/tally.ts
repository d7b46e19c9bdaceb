import { and, asc, eq, sql } from "drizzle-orm";
import { charges } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import type { CustomerRow } from "#lib/customers/wire";
import type { ChargeRow } from "#lib/payments/wire";
import {
  type Cell,
  cellsOfCustomer,
  cellsOfDispute,
  cellsOfPayment,
  cellsOfRefund,
  cellsOfTransaction,
  type CountedDispute,
  type CountedRefund,
  type CountedTransaction,
} from "./cells.ts";
import { appendChange } from "./append-change.ts";
import { difference } from "./difference.ts";

/** Counts a new attempt of a payment that had been tried before, or not. */
export async function tallyAttempt(tx: Tx, charge: ChargeRow, before: "first" | "again"): Promise<void> {
  const earlier = before === "first" ? [] : await othersOf(tx, charge);
  await tallyPayment(tx, earlier, [...earlier, charge]);
}

/** Counts what became of an attempt. */
export async function tallyCharge(tx: Tx, charge: ChargeRow, before: ChargeRow): Promise<void> {
  const others = await othersOf(tx, charge);
  await tallyPayment(tx, inOrder([...others, before]), inOrder([...others, charge]));
}

/** Counts a refund when it is made, and when it comes to nothing. */
export function tallyRefund(tx: Tx, refund: CountedRefund, before?: CountedRefund): Promise<void> {
  const { currency } = tx.viewer.environment;
  return tally(tx, cellsOfRefund(refund, currency), before && cellsOfRefund(before, currency));
}

/** Counts a dispute, or an inquiry that becomes one. */
export function tallyDispute(tx: Tx, dispute: CountedDispute): Promise<void> {
  return tally(tx, cellsOfDispute(dispute, tx.viewer.environment.currency));
}

export function tallyTransaction(tx: Tx, transaction: CountedTransaction): Promise<void> {
  return tally(tx, cellsOfTransaction(transaction, tx.viewer.environment.currency));
}

export function tallyCustomer(tx: Tx, customer: CustomerRow): Promise<void> {
  return tally(tx, cellsOfCustomer(customer));
}

function tallyPayment(tx: Tx, before: ChargeRow[], after: ChargeRow[]): Promise<void> {
  const { currency } = tx.viewer.environment;
  return tally(tx, cellsOfPayment(after, currency), cellsOfPayment(before, currency));
}

async function tally(tx: Tx, after: readonly Cell[], before: readonly Cell[] = []): Promise<void> {
  await appendChange(tx, difference(after, before));
}

async function othersOf(tx: Tx, charge: ChargeRow): Promise<ChargeRow[]> {
  const statement = tx.prepared("charges of a payment", (db) =>
    db
      .select()
      .from(charges)
      .where(
        and(
          eq(charges.environmentId, sql.placeholder("environmentId")),
          eq(charges.paymentIntentId, sql.placeholder("paymentIntentId")),
        ),
      )
      .orderBy(asc(charges.createdAt), asc(charges.id))
      .prepare(),
  );
  const { paymentIntentId } = charge;
  const all = await statement.execute({ environmentId: tx.environmentId, paymentIntentId });
  return all.filter(({ id }) => id !== charge.id);
}

function inOrder(rows: ChargeRow[]): ChargeRow[] {
  return rows.sort((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
}
