import { find, insert, remove, update } from "#db/rows";
import { refundLimits } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import { assertProved } from "#lib/auth/proof";
import type { Viewer } from "#lib/auth/viewer";
import { assertSubject } from "./limit-subject.ts";
import { type LimitRow, type Limits, limitId, type LimitSubject } from "./limits.ts";

/** What is said of somebody: limits in the account's currency, and of a role whether it approves (null: as it is made). */
export type LimitRule = Limits & Pick<LimitRow, "approves">;

/** Says what somebody may refund without asking; a rule that says nothing is taken away. Needs limits:write. */
export function setLimits(viewer: Viewer, subject: LimitSubject, rule: LimitRule): Promise<void> {
  authorize(viewer, "limits:write");
  assertProved(viewer);
  return transaction(viewer, async (tx) => {
    await assertSubject(viewer, subject);
    const id = limitId(subject);
    const before = await find(tx, refundLimits, id);
    const after = toRule(rule, subject);
    if (saysNothing(after)) await remove(tx, refundLimits, id);
    else if (before) await update(tx, refundLimits, id, after);
    else await insert(tx, refundLimits, { id, createdAt: tx.now, ...after });
    await audit(tx, "refund_limit.changed", {
      subject: id,
      before: before && toRule(before, subject),
      after: { ...after },
    });
  });
}

function toRule({ perRefund, perDay, perCustomer, approves }: LimitRule, { kind }: LimitSubject): LimitRule {
  return { perRefund, perDay, perCustomer, approves: kind === "role" ? approves : null };
}

/** Whether a rule leaves everything as it would be without it. */
export function saysNothing(rule: LimitRule): boolean {
  return Object.values(rule).every((value) => value === null);
}
