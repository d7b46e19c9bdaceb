import { asc, eq, inArray } from "drizzle-orm";
import { accounts, environments, figureChanges } from "#db/schema/index";
import { globalReader, globalTransaction, type Handle } from "#db/transaction";
import { figureSums } from "./rows.ts";
import { writeFigures } from "./write-figures.ts";

/** So many changes are added in one transaction: others wait for it. */
const changesAtOnce = 500;

/**
 * Adds to the figures what changes have noted until now, of every environment. A change is taken away by the
 * transaction that adds it: it counts once, wherever this stops and however often it is begun.
 */
export async function foldFigures(): Promise<void> {
  while (await someWait()) {
    if ((await globalTransaction(fold)) < changesAtOnce) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function someWait(): Promise<boolean> {
  const { prepared } = await globalReader();
  const statement = prepared("figures wait", (db) =>
    db.select({ id: figureChanges.id }).from(figureChanges).limit(1).prepare(),
  );
  return (await statement.execute()).length > 0;
}

type Db = Handle["db"];

async function fold(db: Db): Promise<number> {
  const first = db
    .select({ id: figureChanges.id })
    .from(figureChanges)
    .orderBy(asc(figureChanges.id))
    .limit(changesAtOnce);
  const changes = await db.delete(figureChanges).where(inArray(figureChanges.id, first)).returning();
  const { prepared } = await globalReader();
  for (const [environmentId, some] of Map.groupBy(changes, (change) => change.environmentId)) {
    const sums = figureSums(await timeZoneOf(db, environmentId));
    for (const { cells } of some) sums.add(cells);
    await writeFigures({ prepared, environmentId }, sums.rows());
  }
  return changes.length;
}

async function timeZoneOf(db: Db, environmentId: number): Promise<string> {
  const [row] = await db
    .select({ timeZone: accounts.timeZone })
    .from(environments)
    .innerJoin(accounts, eq(accounts.id, environments.accountId))
    .where(eq(environments.id, environmentId));
  if (!row) throw new Error(`Environment ${environmentId} is gone`);
  return row.timeZone;
}
