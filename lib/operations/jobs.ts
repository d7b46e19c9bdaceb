import { and, eq, lte } from "drizzle-orm";
import { operations } from "#db/schema/index";
import { reader } from "#db/transaction";
import { listEnvironments } from "#lib/accounts/environments";
import { allPermissions } from "#lib/auth/permissions";
import { systemViewer, type Viewer } from "#lib/auth/viewer";
import { isDomainError } from "#lib/errors";
import { every } from "#lib/jobs/jobs";
import { log } from "#lib/log";
import { resumeOperation } from "./finish.ts";
import { abandonedUntil } from "./lease.ts";

every("operations.recover", 5_000, recoverEverywhere);

/** Finishes what callers left behind in every environment: a crash between two steps, for one. */
export async function recoverEverywhere(): Promise<void> {
  for (const environment of await listEnvironments()) {
    await recover(systemViewer(environment, "job", new Set(allPermissions)));
  }
}

async function recover(viewer: Viewer): Promise<void> {
  const { db } = await reader(viewer);
  const abandoned = await db
    .select({ id: operations.id })
    .from(operations)
    .where(
      and(
        eq(operations.environmentId, viewer.environmentId),
        eq(operations.state, "started"),
        lte(operations.leaseUntil, abandonedUntil()),
      ),
    )
    .limit(100);
  for (const { id } of abandoned) await resumeOrNote(viewer, id);
}

/** A refusal is an end like any other; one operation that cannot be finished keeps no other from it. */
async function resumeOrNote(viewer: Viewer, id: string): Promise<void> {
  try {
    await resumeOperation(viewer, id);
  } catch (error) {
    if (!isDomainError(error)) log.error({ operation: id, err: error }, "an operation could not be finished");
  }
}
