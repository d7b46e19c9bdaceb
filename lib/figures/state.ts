import { eq, inArray } from "drizzle-orm";
import type { Db } from "#db/engine/engine";
import type { EnvironmentId } from "#db/schema/columns";
import { environments, figureStates } from "#db/schema/index";

/** Raised when figures are kept otherwise: then those that there are have to be made anew. */
export const figuresVersion = 2;

/** Says that the figures of an environment are whole, in days and months of these clocks. */
export async function setFilled(db: Db, environmentId: EnvironmentId, timeZone: string): Promise<void> {
  await db
    .insert(figureStates)
    .values({ environmentId, timeZone, version: figuresVersion })
    .onConflictDoUpdate({
      target: figureStates.environmentId,
      set: { timeZone, version: figuresVersion },
    });
}

/** Says that the days and months of an account's figures are no longer those of its clocks. */
export async function forgetDays(db: Db, accountId: string): Promise<void> {
  const ofAccount = db
    .select({ id: environments.id })
    .from(environments)
    .where(eq(environments.accountId, accountId));
  await db.update(figureStates).set({ timeZone: null }).where(inArray(figureStates.environmentId, ofAccount));
}
