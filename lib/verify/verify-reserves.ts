import { and, eq, sql } from "drizzle-orm";
import type { Db } from "#db/engine/engine";
import { charges, refundApprovalLines } from "#db/schema/index";
import { type Findings, problemsPerCheck } from "./problem.ts";

/** What is reserved on each charge against the refunds of it that wait for approval. */
export async function verifyReserves(db: Db): Promise<Findings> {
  const { environmentId, chargeId, amount, state } = refundApprovalLines;
  const sums = db
    .select({ environmentId, chargeId, total: sql`sum(${amount})`.mapWith(Number).as("total") })
    .from(refundApprovalLines)
    .where(eq(state, "waiting"))
    .groupBy(environmentId, chargeId)
    .as("sums");
  const wrong = await db
    .select({
      environmentId: charges.environmentId,
      id: charges.id,
      reserved: charges.amountReserved,
      total: sums.total,
    })
    .from(charges)
    .leftJoin(sums, and(eq(sums.environmentId, charges.environmentId), eq(sums.chargeId, charges.id)))
    .where(sql`coalesce(${charges.amountReserved}, 0) <> coalesce(${sums.total}, 0)`)
    .limit(problemsPerCheck);
  const problems = wrong.map((row) => ({
    check: "refunds",
    environmentId: row.environmentId,
    subject: row.id,
    message: `reserved ${row.reserved ?? 0}, its refunds that wait for approval come to ${row.total ?? 0}`,
  }));
  return { problems, checked: {} };
}
