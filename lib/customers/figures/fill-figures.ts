import { and, asc, eq, gt } from "drizzle-orm";
import { update } from "#db/rows";
import { customers, paymentIntents } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { fillEverywhere, isFilled } from "#lib/jobs/fill";
import { countPayment } from "./count-payment.ts";

/** Few enough that whoever is served meanwhile does not wait. */
const atOnce = 50;

/**
 * Counts the payments, and notes what lists go by, of customers that were there before anybody did. What is changed
 * meanwhile counts itself, and is not counted twice.
 */
export async function fillFigures(): Promise<void> {
  await fillEverywhere("customers.lists", noteForLists);
  await fillEverywhere("customers.figures", countPayments);
}

/** Whether the figures of an environment are filled in. */
export function figuresAreFilled(environmentId: number): Promise<boolean> {
  return isFilled("customers.figures", environmentId);
}

async function countPayments(tx: Tx, after: string): Promise<string | null> {
  const { environmentId, id } = paymentIntents;
  const rows = await tx.db
    .select()
    .from(paymentIntents)
    .where(and(eq(environmentId, tx.environmentId), gt(id, after)))
    .orderBy(asc(id))
    .limit(atOnce);
  for (const payment of rows) await countPayment(tx, payment);
  return rows.length < atOnce ? null : (rows.at(-1)?.id ?? null);
}

async function noteForLists(tx: Tx, after: string): Promise<string | null> {
  const { environmentId, id, address, country, present, deletedAt } = customers;
  const rows = await tx.db
    .select({ id, address, country, present, deletedAt })
    .from(customers)
    .where(and(eq(environmentId, tx.environmentId), gt(id, after)))
    .orderBy(asc(id))
    .limit(atOnce);
  for (const row of rows) {
    const known = { country: row.address?.country ?? null, present: row.deletedAt === null ? 1 : 0 };
    if (known.country === row.country && known.present === row.present) continue;
    await update(tx, customers, row.id, known);
  }
  return rows.length < atOnce ? null : (rows.at(-1)?.id ?? null);
}
