import { and, asc, eq, gt } from "drizzle-orm";
import type { SQLiteTable } from "drizzle-orm/sqlite-core";
import type { IdentifiedTable } from "#db/rows";
import { fillings } from "#db/schema/index";
import { globalReader, transaction } from "#db/transaction";
import { listEnvironments } from "#lib/accounts/environments";
import { allPermissions } from "#lib/auth/permissions";
import { systemViewer, type Tx, type Viewer } from "#lib/auth/viewer";

/** Rows in one transaction: few enough that whoever is served meanwhile does not wait. */
const atOnce = 50;
/** Then it makes way, so that a server that is stopped meanwhile need not wait for all of them. */
const turns = 400;

/** What is done, for each row of which table. */
export interface Filling<T extends IdentifiedTable> {
  what: string;
  table: T;
  see(tx: Tx, row: T["$inferSelect"]): Promise<void>;
}

/**
 * Does for rows that were there before it was done as they are written what is done then: once for each environment, on
 * from where it was stopped.
 */
export async function fillEverywhere<T extends IdentifiedTable>(filling: Filling<T>): Promise<void> {
  for (const environment of await listEnvironments()) {
    if (await isFilled(filling.what, environment.id)) continue;
    await fill(systemViewer(environment, "job", new Set(allPermissions)), filling);
  }
}

/** Whether an environment has all of it. */
export async function isFilled(what: string, environmentId: number): Promise<boolean> {
  const progress = await progressOf(what, environmentId);
  return (progress?.doneAt ?? null) !== null;
}

async function fill<T extends IdentifiedTable>(viewer: Viewer, filling: Filling<T>): Promise<void> {
  const { what } = filling;
  const known = await progressOf(what, viewer.environmentId);
  let last: string | null = known?.lastId ?? "";
  for (let turn = 0; last !== null && turn < turns; turn++) {
    const from: string = last;
    last = await transaction(viewer, async (tx) => {
      const next = await fillSome(tx, filling, from);
      await note(tx, what, { lastId: next ?? from, doneAt: next === null ? tx.now : null });
      return next;
    });
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** Sees to the rows whose ids come next after one; the last of them, or null when there are no more. */
async function fillSome<T extends IdentifiedTable>(
  tx: Tx,
  { table, see }: Filling<T>,
  after: string,
): Promise<string | null> {
  const rows = (await tx.db
    .select()
    .from(table as SQLiteTable)
    .where(and(eq(table.environmentId, tx.environmentId), gt(table.id, after)))
    .orderBy(asc(table.id))
    .limit(atOnce)) as (T["$inferSelect"] & { id: string })[];
  for (const row of rows) await see(tx, row);
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
