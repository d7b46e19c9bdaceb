import { eq, isNull, lt, or } from "drizzle-orm";
import { environments, figureChanges, figures, figureStates } from "#db/schema/index";
import { globalReader, transaction } from "#db/transaction";
import { environmentById } from "#lib/accounts/environments";
import { allPermissions } from "#lib/auth/permissions";
import { systemViewer, type ViewedEnvironment } from "#lib/auth/viewer";
import { readCells } from "./read-cells.ts";
import { figureSums } from "./rows.ts";
import { figuresVersion, setFilled } from "./state.ts";
import { writeFigures } from "./write-figures.ts";

/** Rows are summed before they are written, as far as memory is not felt. */
const atOnce = 200_000;

/**
 * Makes the figures of environments older than figures, or than how they are kept now, from everything that there is; the others keep theirs. For
 * an operator's command, before anybody is served: it takes half a minute per million payments.
 */
export async function fillFigures(onProgress: (objects: number) => void = () => {}): Promise<void> {
  for (const id of await unfilled()) {
    const environment = await environmentById(id);
    if (environment) await fill(environment, onProgress);
  }
}

async function unfilled(): Promise<number[]> {
  const { db } = await globalReader();
  const rows = await db
    .select({ id: environments.id })
    .from(environments)
    .leftJoin(figureStates, eq(figureStates.environmentId, environments.id))
    .where(or(isNull(figureStates.environmentId), lt(figureStates.version, figuresVersion)));
  return rows.map(({ id }) => id);
}

function fill(environment: ViewedEnvironment, onProgress: (objects: number) => void): Promise<void> {
  const { id, currency, timeZone } = environment;
  const viewer = systemViewer(environment, "operator", new Set(allPermissions));
  return transaction(viewer, async (tx) => {
    for (const kept of [figures, figureChanges]) await tx.db.delete(kept).where(eq(kept.environmentId, id));
    let sums = figureSums(timeZone);
    let done = 0;
    for await (const cells of readCells(tx.db, id, currency)) {
      sums.add(cells);
      onProgress((done += cells.length));
      if (sums.size() < atOnce) continue;
      await writeFigures(tx, sums.rows());
      sums = figureSums(timeZone);
    }
    await writeFigures(tx, sums.rows());
    await setFilled(tx.db, id, timeZone);
  });
}
