import { and, eq } from "drizzle-orm";
import { refundApprovalLines } from "#db/schema/index";
import type { Tx } from "#lib/auth/viewer";
import { findCharge } from "#lib/payments/find-payment";
import type { ChargeRow } from "#lib/payments/wire";
import { auditEnd } from "./audit-end.ts";
import { dropLine, endApproval } from "./end-approval.ts";
import { findApproval } from "./find-approval.ts";
import { linesOf } from "./reserve.ts";
import { tellDecided } from "./tell-approval.ts";

/**
 * Gives up what waits for approval on a charge whose bank took the money back: it would be returned twice. Answers the
 * charge as it is afterwards.
 */
export async function overtakeApprovals(tx: Tx, charge: ChargeRow): Promise<ChargeRow> {
  if (charge.amountReserved === null) return charge;
  const waiting = await tx.db
    .select()
    .from(refundApprovalLines)
    .where(
      and(
        eq(refundApprovalLines.environmentId, tx.environmentId),
        eq(refundApprovalLines.chargeId, charge.id),
        eq(refundApprovalLines.state, "waiting"),
      ),
    );
  for (const line of waiting) {
    await dropLine(tx, line, "disputed");
    const approval = await findApproval(tx, line.approvalId);
    const others = await linesOf(tx, approval.id);
    if (approval.state === "waiting" && others.every(({ state }) => state === "dropped")) {
      const overtaken = await endApproval(tx, approval, { state: "overtaken" });
      await auditEnd(tx, approval, "overtaken");
      await tellDecided(tx, overtaken);
    }
  }
  return findCharge(tx, charge.id);
}
