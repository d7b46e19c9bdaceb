import { eq } from "drizzle-orm";
import { accounts, members, passkeys, totpSecrets } from "#db/schema/index";
import type { TwoStepPlan } from "#db/schema/accounts";
import { globalReader, transaction } from "#db/transaction";
import { getAccount } from "#lib/accounts/queries";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import { assertProved } from "#lib/auth/proof";
import { secondFactorSince } from "#lib/auth/second-factor";
import type { Viewer } from "#lib/auth/viewer";
import { ownPerson } from "#lib/people/own-person";

export interface TwoStepOfTeam {
  /** Since when the account asks everybody for it (milliseconds); null: it does not. */
  requiredSince: number | null;
  /** The day from which it will by itself; null: none is set. */
  plan: TwoStepPlan | null;
  /** Who has it turned on. */
  personIds: ReadonlySet<string>;
}

/** Whether the account asks for a second step, and who of its team has one. Needs members:write. */
export async function twoStepOfTeam(viewer: Viewer): Promise<TwoStepOfTeam> {
  authorize(viewer, "members:write");
  const { accountId } = viewer.environment;
  const { db } = await globalReader();
  const [account] = await db
    .select({ since: accounts.twoStepSince, settings: accounts.settings })
    .from(accounts)
    .where(eq(accounts.id, accountId));
  const rows = await db
    .select({ personId: members.personId, confirmedAt: totpSecrets.confirmedAt })
    .from(members)
    .innerJoin(totpSecrets, eq(totpSecrets.personId, members.personId))
    .where(eq(members.accountId, accountId));
  const confirmed = rows.filter(({ confirmedAt }) => confirmedAt !== null);
  const holders = await db
    .select({ personId: members.personId })
    .from(members)
    .innerJoin(passkeys, eq(passkeys.personId, members.personId))
    .where(eq(members.accountId, accountId));
  return {
    requiredSince: account?.since ?? null,
    plan: account?.settings.twoStepPlan ?? null,
    personIds: new Set([...confirmed, ...holders].map(({ personId }) => personId)),
  };
}

/**
 * From when the viewer, who has no second step, is asked for one by this account (milliseconds; null: from their next
 * sign-in on). Undefined for who has one, and where none is asked for. Needs account:read.
 */
export async function secondStepAskedFrom(viewer: Viewer): Promise<number | null | undefined> {
  const { twoStepSince, settings } = await getAccount(viewer);
  const asked = twoStepSince === null ? settings.twoStepPlan?.from : null;
  if (asked === undefined) return undefined;
  return (await secondFactorSince((await ownPerson(viewer)).id)) === null ? asked : undefined;
}

/**
 * Asks the whole team for a second step from each one's next sign-in on, or no longer; either way it is decided, and
 * no day is planned any more. Needs members:write.
 */
export function requireTwoStep(viewer: Viewer, { required }: { required: "yes" | "no" }): Promise<void> {
  authorize(viewer, "members:write");
  assertProved(viewer);
  return transaction(viewer, async (tx) => {
    const before = await twoStepOfTeam(viewer);
    const twoStepSince = required === "yes" ? (before.requiredSince ?? Date.now()) : null;
    const { id, settings } = await getAccount(viewer);
    await tx.db
      .update(accounts)
      .set({ twoStepSince, settings: { ...settings, twoStepPlan: null } })
      .where(eq(accounts.id, id));
    await audit(tx, "two_step.requirement_changed", {
      subject: id,
      before: { required: before.requiredSince === null ? "no" : "yes" },
      after: { required },
    });
  });
}
