import { and, eq, lt } from "drizzle-orm";
import type { Db } from "#db/engine/engine";
import { idempotencyKeys, jobs, operations } from "#db/schema/index";
import { minute } from "#lib/clock";
import { type Findings, type Problem, problemsPerCheck } from "./problem.ts";

/** Recovery runs every few seconds: what is still unfinished so long after its lease is stuck. */
const patience = 10 * minute;

/** What was begun and never ended: operations, idempotency keys, jobs that failed for good. */
export async function verifyWork(db: Db): Promise<Findings> {
  const longAgo = Date.now() - patience;
  const stuckOperations = await db
    .select({ environmentId: operations.environmentId, id: operations.id, kind: operations.kind })
    .from(operations)
    .where(and(eq(operations.state, "started"), lt(operations.leaseUntil, longAgo)))
    .limit(problemsPerCheck);
  const stuckKeys = await db
    .select({ environmentId: idempotencyKeys.environmentId, key: idempotencyKeys.key })
    .from(idempotencyKeys)
    .where(and(eq(idempotencyKeys.state, "started"), lt(idempotencyKeys.leaseUntil, longAgo)))
    .limit(problemsPerCheck);
  const failedJobs = await db.select().from(jobs).where(eq(jobs.state, "failed")).limit(problemsPerCheck);

  const problems: Problem[] = [
    ...stuckOperations.map(({ environmentId, id, kind }) => ({
      check: "operation",
      environmentId,
      subject: id,
      message: `${kind} was started and never settled`,
    })),
    ...stuckKeys.map(({ environmentId, key }) => ({
      check: "idempotency key",
      environmentId,
      subject: key,
      message: "was claimed and never answered",
    })),
    ...failedJobs.map(({ environmentId, id, kind, lastError }) => ({
      check: "job",
      environmentId,
      subject: id,
      message: `${kind} failed for good: ${lastError ?? "no reason kept"}`,
    })),
  ];
  return { problems, checked: {} };
}
