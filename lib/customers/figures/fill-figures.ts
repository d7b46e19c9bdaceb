import { and, asc, eq, gt } from "drizzle-orm";
import { update } from "#db/rows";
import { customers, fillings, paymentIntents } from "#db/schema/index";
import { globalReader, transaction } from "#db/transaction";
import { environmentById, listEnvironments } from "#lib/accounts/environments";
import { allPermissions } from "#lib/auth/permissions";
import { systemViewer, type Tx, type Viewer } from "#lib/auth/viewer";
import { countPayment } from "./count-payment.ts";

/** Few enough that whoever is served meanwhile does not wait. */
const atOnce = 50;
/** Then it makes way, so that a server that is stopped meanwhile need not wait for all of them. */
const turns = 400;

/**
 * Counts the payments, and notes what lists go by, of customers that were there before anybody did: once for each
 * environment, on from where it was stopped. What is changed meanwhile counts itself, and is not counted twice.
 */
export async function fillFigures(): Promise<void> {
  for (const { id } of await listEnvironments()) {
    const environment = await environmentById(id);
    if (!environment) continue;
    const viewer = systemViewer(environment, "job", new Set(allPermissions));
    await fill(viewer, "customers.lists", noteForLists);
    await fill(viewer, "customers.figures", countPayments);
  }
}

/** Whether the figures of an environment are filled in. */
export async function figuresAreFilled(environmentId: number): Promise<boolean> {
  const progress = await progressOf("customers.figures", environmentId);
  return (progress?.doneAt ?? null) !== null;
}

type Filling = (tx: Tx, after: string) => Promise<string | null>;

async function fill(viewer: Viewer, what: string, some: Filling): Promise<void> {
  const known = await progressOf(what, viewer.environmentId);
  if ((known?.doneAt ?? null) !== null) return;
  let last: string | null = known?.lastId ?? "";
  for (let turn = 0; last !== null && turn < turns; turn++) {
    const from: string = last;
    last = await transaction(viewer, async (tx) => {
      const next = await some(tx, from);
      await note(tx, what, { lastId: next ?? from, doneAt: next === null ? tx.now : null });
      return next;
    });
    await new Promise((resolve) => setImmediate(resolve));
  }
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

const nameOf = (what: string, environmentId: number) => `${what}:${environmentId}`;

async function progressOf(what: string, environmentId: number) {
  const { db } = await globalReader();
  const [row] = await db
    .select()
    .from(fillings)
    .where(eq(fillings.name, nameOf(what, environmentId)));
  return row;
}

async function note(
  tx: Tx,
  what: string,
  progress: { lastId: string; doneAt: number | null },
): Promise<void> {
  const { environmentId } = tx;
  await tx.db
    .insert(fillings)
    .values({ name: nameOf(what, environmentId), environmentId, ...progress })
    .onConflictDoUpdate({ target: fillings.name, set: progress });
}
