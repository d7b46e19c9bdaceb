import { and, eq, lt } from "drizzle-orm";
import { selections } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { listEnvironments } from "#lib/accounts/environments";
import { allPermissions } from "#lib/auth/permissions";
import { systemViewer } from "#lib/auth/viewer";
import { day } from "#lib/clock";

/** How long somebody may take to say what is to be done with the rows they chose. */
const kept = 7 * day;

/** Forgets old selections, in every environment. What was done with them is kept by its run. */
export async function pruneSelections(): Promise<void> {
  for (const environment of await listEnvironments()) {
    await transaction(systemViewer(environment, "job", new Set(allPermissions)), async (tx) => {
      await tx.db
        .delete(selections)
        .where(and(eq(selections.environmentId, tx.environmentId), lt(selections.createdAt, tx.now - kept)));
    });
  }
}
