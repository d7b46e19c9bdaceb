import { eq } from "drizzle-orm";
import { fillings } from "#db/schema/index";
import { globalReader, transaction } from "#db/transaction";
import { listEnvironments } from "#lib/accounts/environments";
import { allPermissions } from "#lib/auth/permissions";
import { systemViewer, type Tx, type Viewer } from "#lib/auth/viewer";

/** Then it makes way, so that a server that is stopped meanwhile need not wait for all of them. */
const turns = 400;

/** Sees to some rows whose ids come after one; returns the last of them, or null when there are no more. */
export type Filling = (tx: Tx, after: string) => Promise<string | null>;

/**
 * Does for rows that were there before it was done as they are written what is done then: once for each environment, on
 * from where it was stopped.
 */
export async function fillEverywhere(what: string, some: Filling): Promise<void> {
  for (const environment of await listEnvironments()) {
    if (await isFilled(what, environment.id)) continue;
    await fill(systemViewer(environment, "job", new Set(allPermissions)), what, some);
  }
}

/** Whether an environment has all of it. */
export async function isFilled(what: string, environmentId: number): Promise<boolean> {
  const progress = await progressOf(what, environmentId);
  return (progress?.doneAt ?? null) !== null;
}

async function fill(viewer: Viewer, what: string, some: Filling): Promise<void> {
  const known = await progressOf(what, viewer.environmentId);
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
