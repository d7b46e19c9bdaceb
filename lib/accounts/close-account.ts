import { and, eq, inArray, isNull, like, ne } from "drizzle-orm";
import {
  accounts,
  apiKeys,
  environments,
  invitations,
  jobs,
  ledgerBalances,
  members,
  webhookEndpoints,
} from "#db/schema/index";
import { transaction } from "#db/transaction";
import { audit } from "#lib/audit/audit";
import { authorize } from "#lib/auth/permissions";
import { assertProved } from "#lib/auth/proof";
import { revokeAllSessions } from "#lib/auth/sessions";
import type { Tx, Viewer } from "#lib/auth/viewer";
import { conflict, invalid } from "#lib/errors";
import { environmentsOf } from "#lib/people/members";

/**
 * Closes the account for good: nobody enters it, its keys open nothing, nothing is sent, paid out or renewed any
 * more. `name`: of the account, typed to say that it is meant. Needs account:close.
 */
export async function closeAccount(viewer: Viewer, { name }: { name: string }): Promise<void> {
  authorize(viewer, "account:close");
  assertProved(viewer);
  const { accountId, accountName } = viewer.environment;
  if (name.trim() !== accountName) {
    throw invalid("This is not the name of the account.", { code: "account_name_wrong", param: "name" });
  }
  await transaction(viewer, async (tx) => {
    const ids = await environmentIdsOf(tx, accountId);
    await assertNoLiveMoney(tx, accountId);
    const now = Date.now();
    await audit(tx, "account.closed", { subject: accountId, before: { name: accountName } });
    await tx.db.update(accounts).set({ closedAt: now }).where(eq(accounts.id, accountId));
    await tx.db.update(environments).set({ locked: true }).where(eq(environments.accountId, accountId));
    await tx.db
      .update(apiKeys)
      .set({ revokedAt: now })
      .where(and(inArray(apiKeys.environmentId, ids), isNull(apiKeys.revokedAt)));
    await tx.db
      .update(webhookEndpoints)
      .set({ status: "disabled" })
      .where(inArray(webhookEndpoints.environmentId, ids));
    await tx.db.delete(jobs).where(and(inArray(jobs.environmentId, ids), ne(jobs.state, "running")));
    await tx.db
      .update(invitations)
      .set({ openKey: null, revokedAt: now })
      .where(and(eq(invitations.accountId, accountId), isNull(invitations.acceptedAt)));
    await endSessionsOfTeam(tx, accountId);
  });
}

async function environmentIdsOf(tx: Tx, accountId: string): Promise<number[]> {
  const rows = await tx.db
    .select({ id: environments.id })
    .from(environments)
    .where(eq(environments.accountId, accountId));
  return rows.map(({ id }) => id);
}

/** Real money is paid out first. */
async function assertNoLiveMoney(tx: Tx, accountId: string): Promise<void> {
  const held = await tx.db
    .select({ account: ledgerBalances.account })
    .from(ledgerBalances)
    .innerJoin(environments, eq(environments.id, ledgerBalances.environmentId))
    .where(
      and(
        eq(environments.accountId, accountId),
        eq(environments.kind, "live"),
        like(ledgerBalances.account, "merchant.%"),
        ne(ledgerBalances.balance, 0),
      ),
    )
    .limit(1);
  if (held.length > 0) throw conflict("Pay out what is left in the balance first.", "account_has_money");
}

/** Who is in no other account has nothing to be signed in to. */
async function endSessionsOfTeam(tx: Tx, accountId: string): Promise<void> {
  const team = await tx.db
    .select({ personId: members.personId })
    .from(members)
    .where(eq(members.accountId, accountId));
  for (const { personId } of team) {
    if ((await environmentsOf(personId)).length === 0) await revokeAllSessions(tx.db, personId);
  }
}
