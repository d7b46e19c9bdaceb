import type { BulkAct } from "#db/schema/bulk";
import { and, eq, inArray, isNull } from "drizzle-orm";
import { charges, customers, disputes, paymentIntents } from "#db/schema/index";
import type { Handle } from "#db/transaction";
import type { Tx } from "#lib/auth/viewer";
import { movementsOf } from "#lib/disputes/find-dispute";
import { type Candidate, type Plan, planAcceptance, planDeletion, planRow } from "./plan-row.ts";
import type { BulkRun } from "./run.ts";

interface Planned {
  objectId: string;
  plan: Plan;
}

/** What a run will do to each of these ids that is this environment's, in their order. */
export async function plannedRows(tx: Tx, { act }: BulkRun, ids: string[]): Promise<Planned[]> {
  if (ids.length === 0) return [];
  const byId = new Map((await plansOf(tx, act, ids)).map((each) => [each.objectId, each]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

async function plansOf(tx: Tx, act: BulkAct, ids: string[]): Promise<Planned[]> {
  switch (act.act) {
    case "delete_customer":
      return customersOf(tx, ids);
    case "accept_dispute":
      return disputesOf(tx, ids);
    default:
      return (await candidatesOf(tx, ids)).map((each) => ({
        objectId: each.payment.id,
        plan: planRow(act, each, tx.now),
      }));
  }
}

async function disputesOf(handle: Handle, ids: string[]): Promise<Planned[]> {
  const found = await handle.db
    .select()
    .from(disputes)
    .where(and(eq(disputes.environmentId, handle.environmentId), inArray(disputes.id, ids)));
  const movements = await movementsOf(handle, found);
  return found.map((row) => ({ objectId: row.id, plan: planAcceptance(row, movements(row)[0]) }));
}

async function customersOf({ db, environmentId }: Handle, ids: string[]): Promise<Planned[]> {
  const found = await db
    .select({ id: customers.id, balance: customers.balance, currency: customers.currency })
    .from(customers)
    .where(
      and(
        eq(customers.environmentId, environmentId),
        inArray(customers.id, ids),
        isNull(customers.deletedAt),
      ),
    );
  return found.map((row) => ({ objectId: row.id, plan: planDeletion(row) }));
}

async function candidatesOf({ db, environmentId }: Handle, ids: string[]): Promise<Candidate[]> {
  const found = await db
    .select({ payment: paymentIntents, charge: charges, email: customers.email })
    .from(paymentIntents)
    .leftJoin(
      charges,
      and(
        eq(charges.environmentId, paymentIntents.environmentId),
        eq(charges.id, paymentIntents.latestChargeId),
      ),
    )
    .leftJoin(
      customers,
      and(
        eq(customers.environmentId, paymentIntents.environmentId),
        eq(customers.id, paymentIntents.customerId),
      ),
    )
    .where(and(eq(paymentIntents.environmentId, environmentId), inArray(paymentIntents.id, ids)));
  return found.map((row) => ({
    ...row,
    email: row.payment.receiptEmail ?? row.payment.payerEmail ?? row.email,
  }));
}
