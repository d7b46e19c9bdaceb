import { eq } from "drizzle-orm";
import { accounts } from "#db/schema/index";
import { transaction } from "#db/transaction";
import { getAccount } from "#lib/accounts/queries";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import { assertProved } from "#lib/auth/proof";
import type { Viewer } from "#lib/auth/viewer";
import { conflict } from "#lib/errors";
import { postponed } from "./plan-two-step.ts";

/** Puts the day off from which the account asks for a second step, as far as that goes. Needs members:write. */
export function postponeTwoStep(viewer: Viewer): Promise<void> {
  authorize(viewer, "members:write");
  assertProved(viewer);
  return transaction(viewer, async (tx) => {
    const { id, settings } = await getAccount(viewer);
    const plan = settings.twoStepPlan;
    if (!plan || plan.from >= plan.latest) {
      throw conflict("This day cannot be put off any further.", "two_step_not_postponed");
    }
    const later = { ...plan, from: postponed(plan) };
    await tx.db
      .update(accounts)
      .set({ settings: { ...settings, twoStepPlan: later } })
      .where(eq(accounts.id, id));
    await audit(tx, "two_step.requirement_postponed", {
      subject: id,
      before: { from: new Date(plan.from).toISOString() },
      after: { from: new Date(later.from).toISOString() },
    });
  });
}
