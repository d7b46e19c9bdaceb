import { and, eq, lt } from "drizzle-orm";
import { environments } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { environmentBySlug } from "#lib/accounts/environments";
import { audit } from "#lib/audit/audit";
import { allPermissions, authorize } from "#lib/auth/permissions";
import { systemViewer, type Tx, type ViewedEnvironment, type Viewer } from "#lib/auth/viewer";
import { invalid, notFound } from "#lib/errors";
import "#lib/jobs/all";
import { runDueJobs, type RunReport } from "#lib/jobs/run-due";

/**
 * Moves a test environment's clock forward to `toMs` and does what falls due on the way, in order, each at its
 * time. Needs clock:write; without a viewer it is the operator who asks.
 */
export async function moveClock(
  environmentSlug: string,
  toMs: number,
  viewer?: Viewer,
): Promise<RunReport & { from: number }> {
  const environment = await environmentBySlug(environmentSlug);
  if (!environment) throw notFound("environment", environmentSlug, "environment");
  const asker = viewer ?? systemViewer(environment, "operator", new Set(allPermissions));
  authorize(asker, "clock:write");
  if (asker.environmentId !== environment.id) throw notFound("environment", environmentSlug, "environment");
  const from = Date.now() + environment.clockOffset;
  assertMovable(environment, from, toMs);

  const report = await runDueJobs(environment, toMs, (at) => transaction(asker, (tx) => setClock(tx, at)));
  await transaction(asker, async (tx) => {
    await setClock(tx, toMs);
    const before = { time: new Date(from).toISOString() };
    await audit(tx, "clock.moved", {
      subject: environment.slug,
      before,
      after: { time: new Date(toMs).toISOString() },
    });
  });
  return { ...report, from };
}

function assertMovable(environment: ViewedEnvironment, from: number, to: number): void {
  if (environment.kind !== "test") {
    throw invalid("Only a test environment's clock can be moved.", { param: "environment" });
  }
  if (!Number.isSafeInteger(to)) throw invalid("This is not a point in time.", { param: "to" });
  if (to <= from) {
    const now = new Date(from).toISOString();
    throw invalid(`A clock only moves forward: it is already ${now} in ${environment.slug}.`, {
      param: "to",
    });
  }
}

/** Forward only: time that passed by itself meanwhile stays passed. */
async function setClock(tx: Tx, at: number): Promise<void> {
  const offset = at - Date.now();
  await tx.db
    .update(environments)
    .set({ clockOffset: offset })
    .where(and(eq(environments.id, tx.environmentId), lt(environments.clockOffset, offset)));
}
